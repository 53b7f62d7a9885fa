"""What the deployed service must never be: found by `manage.py check`."""

from django.conf import settings
from django.core.checks import Error, Tags, register


@register(Tags.database)
def no_demo_people_in_production(app_configs, databases, **kwargs):
    """Production holds no account of the demo, whose password is printed in the handbook."""
    if settings.DEMO or not databases:
        return []
    from django.contrib.auth import get_user_model
    from django.db import DatabaseError

    try:
        if get_user_model().objects.filter(email__endswith="@demo.example").exists():
            return [
                Error(
                    "Demo accounts are in this database. Remove them or start with an empty one.",
                    id="core.E001",
                )
            ]
    except DatabaseError:  # not migrated yet
        return []
    return []
