"""How long things may be, and how much one person may write in a day."""

from django.utils.translation import gettext as _

from accounts.limits import require_fewer

LONGEST_TEXT = 50_000
LONGEST_SUMMARY = 200
LONGEST_REASON = 500

EDITIONS_A_DAY = 200


def require_may_write(person):
    """Raises ValidationError when `person` has written enough for a day. Call after her turn came."""
    from wiki.models import Edition

    rows = Edition.objects.filter(author=person)
    require_fewer(
        EDITIONS_A_DAY,
        rows,
        "written_at",
        _("You have changed pages %(most)d times within a day. Please go on tomorrow."),
    )
