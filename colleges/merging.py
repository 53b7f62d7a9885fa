"""What of this app moves when two rows turn out to be one organisation."""

from django.utils.translation import gettext_lazy as _

from colleges.models import Placement
from partners.models.merging import moves, rows_of


@moves(_("Placement in a college"), rows_of("colleges.Placement"))
def move_placement(old, new):
    """The new one's own placement stays; without one it takes over the old one's."""
    if not Placement.objects.filter(partner=new).exists():
        Placement.objects.filter(partner=old).update(partner=new)
