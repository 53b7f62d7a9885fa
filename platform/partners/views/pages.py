"""The page of an organisation."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView

from core.views import VisibleMixin
from partners.models import Affiliation, Partner, Sheet
from partners.models.at_a_glance import hand_over, with_lists
from partners.views.moved import LeadsToHeir


class PartnerDetail(LeadsToHeir, VisibleMixin, DetailView):
    """The page of an organisation."""

    model = Partner
    template_name = "partners/partner_detail.html"

    def get_queryset(self):
        beside = ("country__region__parent", "place", "sheet__logo", "sheet__poster")
        return with_lists(super().get_queryset().select_related(*beside))

    def get_context_data(self, **kwargs):
        user, partner = self.request.user, self.object
        crumbs = [(_("Partners"), reverse("partners:list")), (partner.name, None)]
        own_affiliation = Affiliation.objects.knowing_others().open_one_of(user, partner)
        if own_affiliation:
            own_affiliation.partner = partner
        # Two links follow from speaking for the organisation: asked once here, and again by the pages they lead to.
        speaks_for_it = user.has_perm("partners.manage_people_partner", partner)
        return super().get_context_data(
            crumbs=crumbs,
            sheet=hand_over(partner) or Sheet(partner=partner),
            own_affiliation=own_affiliation,
            may_edit_sheet=speaks_for_it,
            may_manage_people=speaks_for_it,
            **kwargs,
        )
