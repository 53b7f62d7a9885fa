"""What of this app moves when two rows turn out to be one organisation."""

from django.utils.translation import gettext_lazy as _

from partners.models.merging import moves
from taskforces.models import RegisterItem


@moves(_("Items of registers"), lambda partner: RegisterItem.objects.filter(organisations=partner))
def move_register_items(old, new):
    """Items that name the old one name the new one, once."""
    for item in RegisterItem.objects.filter(organisations=old):
        item.organisations.remove(old)
        item.organisations.add(new)
