"""How much one person may add in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

WITHIN = timedelta(days=1)
# Whoever brings the papers of a year along has enough with it, a machine has not.
VERSIONS_A_DAY = 60


def require_may_add(person):
    """Raises ValidationError when `person` has added enough for a day. Call after her turn came."""
    from library.models import Version

    if Version.objects.filter(added_by=person, added_at__gt=timezone.now() - WITHIN).count() >= VERSIONS_A_DAY:
        raise ValidationError(
            _("You have added %(most)d documents within a day. Please go on tomorrow."),
            code="limit",
            params={"most": VERSIONS_A_DAY},
        )
