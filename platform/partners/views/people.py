"""The people of an organisation: who asks, who belongs to it, who speaks for it."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from partners.models import Affiliation, Partner, Sheet
from partners.models.at_a_glance import hand_over, with_lists
from partners.views.moved import LeadsToHeir


class PartnerPeople(LeadsToHeir, VisibleMixin, ObjectPermissionMixin, DetailView):
    """The people of an organisation, for those who speak for it."""

    model = Partner
    permission_required = "partners.manage_people_partner"
    template_name = "partners/partner_people.html"

    def get_queryset(self):
        return with_lists(super().get_queryset().select_related("sheet"))

    def get_context_data(self, **kwargs):
        people = self.object.affiliations.select_related("person__country", "partner")
        active = list(people.active().order_by("-is_focal_point", "person__name", "pk"))
        speaking = [
            affiliation for affiliation in active if affiliation.is_focal_point and affiliation.person.is_active
        ]
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (self.object.name, self.object.get_absolute_url()),
            (_("People"), None),
        ]
        return super().get_context_data(
            requested=people.requested().with_known_address().order_by("requested_at", "pk"),
            active=active,
            last_focal_point=speaking[0] if len(speaking) == 1 else None,
            nobody_speaks=not speaking,
            invitations=self.object.invitations.unanswered().select_related("invited_by"),
            mail_domains=self.object.mail_domains.all(),
            sheet=hand_over(self.object) or Sheet(partner=self.object),
            may_edit_sheet=True,  # it follows from speaking for the organisation, as this page does
            crumbs=crumbs,
            **kwargs,
        )


class AffiliationRequest(ObjectActionView):
    """I work here: asks those who speak for the organisation."""

    model = Partner
    success_message = gettext_lazy("Your request is on its way. You will be told as soon as it is answered.")

    def perform(self, partner):
        Affiliation.objects.request(self.request.user, partner, by=self.request.user)


class AffiliationActionView(ObjectActionView):
    """A verb on an affiliation; back to the people's page, or to the organisation for the person herself."""

    model = Affiliation

    def get_success_url(self):
        partner = self.object.partner
        if self.request.user.has_perm("partners.manage_people_partner", partner):
            return reverse("partners:people", args=[partner.slug])
        return partner.get_absolute_url() if partner.is_in_force else reverse("home:duties")


class AffiliationConfirm(AffiliationActionView):
    permission_required = "partners.confirm_affiliation"
    success_message = gettext_lazy("Confirmed. The person has been told.")

    def perform(self, affiliation):
        affiliation.confirm(by=self.request.user)


class AffiliationDecline(AffiliationActionView):
    permission_required = "partners.confirm_affiliation"
    success_message = gettext_lazy("Declined. The person has been told.")

    def perform(self, affiliation):
        affiliation.decline(by=self.request.user)


class AffiliationEnd(AffiliationActionView):
    permission_required = "partners.end_affiliation"
    success_message = gettext_lazy("The affiliation has ended.")

    def perform(self, affiliation):
        affiliation.end(by=self.request.user)


class AffiliationNameFocalPoint(AffiliationActionView):
    permission_required = "partners.name_focal_point_affiliation"
    success_message = gettext_lazy("Named focal point. The person has been told.")

    def perform(self, affiliation):
        affiliation.name_focal_point(by=self.request.user)


class AffiliationStepDown(AffiliationActionView):
    permission_required = "partners.step_down_affiliation"
    success_message = gettext_lazy("You are no longer a focal point. You still belong to the organisation.")

    def perform(self, affiliation):
        affiliation.step_down(by=self.request.user)
