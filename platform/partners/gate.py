"""The gate of the hub: open to people of partner organisations, a way in for everybody else."""

from django.contrib.auth.mixins import AccessMixin
from django.shortcuts import render

from partners.models import Invitation, MailDomain, Partner


class HubMixin(AccessMixin):
    """A page of the hub: 200 for partners and the secretariat, sign-in for visitors, and for others a page that says
    how to come in. Asked with every request: whoever's affiliation ends is outside with her next click."""

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not request.user.has_perm("partners.enter_hub"):
            return gate(request)
        return super().dispatch(request, *args, **kwargs)


def gate(request):
    """The page for somebody who is signed in and stands outside."""
    return render(request, "partners/gate.html", ways_in(request.user), status=403)


def ways_in(person):
    """What somebody outside can do: answer an invitation, wait for an answer, say where she works."""
    affiliations = person.affiliations.select_related("partner")
    return {
        "invitations": list(Invitation.objects.waiting_for(person).select_related("partner")),
        "requested": list(affiliations.requested()),
        "resting": list(affiliations.active().exclude(partner__status__in=Partner.IN_FORCE)),
        "offers": list(MailDomain.objects.offers_to(person)),
    }
