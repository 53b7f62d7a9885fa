"""Who hears of agreements."""

from accounts.models import User
from core.announcing import recipients_of


@recipients_of("partners.agreement.ends_soon")
def agreement_ends_soon(activity):
    yield "secretariat", User.objects.secretariat()
