"""How much one person may add in a day. Counted in the database: nothing is forgotten by a restart."""

from django.utils.translation import gettext as _

from accounts.limits import require_fewer

# Whoever brings the papers of a year along has enough with it, a machine has not.
VERSIONS_A_DAY = 60


def require_may_add(person):
    """Raises ValidationError when `person` has added enough for a day. Call after her turn came."""
    from library.models import Version

    rows = Version.objects.filter(added_by=person)
    require_fewer(
        VERSIONS_A_DAY, rows, "added_at", _("You have added %(most)d documents within a day. Please go on tomorrow.")
    )
