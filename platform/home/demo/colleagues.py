"""Colleagues on their way into AFRIS: one asks, known by her mail domain; one is invited; one has not answered."""

import pgtrigger
from allauth.account.models import EmailAddress

from accounts.models import User
from home.demo.past import days_ago, happening
from home.demo.people import password
from partners.models import Affiliation, Invitation, MailDomain
from partners.models.inviting import VALID_FOR

OURS = "afris.example"
# name, part before the @, days since the invitation, whether as focal point
INVITED = (("Adjoa Tossou", "adjoa.tossou", 3, True), ("Rachid Soglo", "rachid.soglo", 16, False))


def expect_colleagues(cast, partners, *, by):
    """Amina’s people: what stands on the page she opens first."""
    afris, amina = partners["AFRIS (demo)"], cast["amina"]
    with happening(days_ago(200)):
        MailDomain.objects.claim(afris, OURS, by=by)
    with happening(days_ago(4)):
        kossi = User.objects.create(
            email=f"kossi.agbodjan@{OURS}",
            name="Kossi Agbodjan",
            country_id="BJ",
            language="fr",
            time_zone="Africa/Porto-Novo",
            password=password(),
        )
        EmailAddress.objects.create(user=kossi, email=kossi.email, verified=True, primary=True)
        Affiliation.objects.request(kossi, afris, by=kossi)
    for name, local_part, days, is_focal_point in INVITED:
        moment = days_ago(days)
        with happening(moment):
            invitation = Invitation.objects.invite(
                afris,
                email=f"{local_part}@{OURS}",
                name=name,
                language="fr",
                is_focal_point=is_focal_point,
                by=amina,
            )
        # What lies ahead of the moment is not moved by itself.
        with pgtrigger.ignore():
            Invitation.objects.filter(pk=invitation.pk).update(expires_at=moment + VALID_FOR)
            events = Invitation.pgh_event_model.objects.filter(pgh_obj_id=invitation.pk)
            events.update(expires_at=moment + VALID_FOR)
