"""What comes in and around organisations, see `core.coming`."""

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.coming import Coming, comes
from partners.models import Agreement


@comes("partners.agreement_ends")
def agreements(user, until):
    """Agreements that end, for the secretariat, which keeps them."""
    if not user.is_staff:
        return
    ending = Agreement.objects.visible_to(user).in_force().filter(ends_on__lte=timezone.localdate(until))
    for row in ending.select_related("partner"):
        url = reverse("admin:partners_agreement_change", args=[row.pk])
        yield Coming(_("An agreement ends"), f"{row.title} · {row.partner}", row.ends_on, url)
