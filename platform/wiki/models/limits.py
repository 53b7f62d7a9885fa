"""How long things may be, and how much one person may write in a day."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

LONGEST_TEXT = 50_000
LONGEST_SUMMARY = 200
LONGEST_REASON = 500

WITHIN = timedelta(days=1)
EDITIONS_A_DAY = 200


def require_may_write(person):
    """Raises ValidationError when `person` has written enough for a day. Call after her turn came."""
    from wiki.models import Edition

    if Edition.objects.filter(author=person, written_at__gt=timezone.now() - WITHIN).count() >= EDITIONS_A_DAY:
        raise ValidationError(
            _("You have changed pages %(most)d times within a day. Please go on tomorrow."),
            code="limit",
            params={"most": EDITIONS_A_DAY},
        )
