"""The organisations: the list, the page of each, its people."""

from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView
from django_filters.views import FilterView

from core.views import ObjectActionView, ObjectPermissionMixin, VisibleMixin
from partners.filters import PartnerFilter
from partners.models import Affiliation, Partner


class PartnerList(VisibleMixin, FilterView):
    """The organisations of the Initiative, found by name and filtered; the address can be shared."""

    model = Partner
    filterset_class = PartnerFilter
    context_object_name = "partners"
    paginate_by = 20
    # A filter that makes no sense shows its error and the whole list, instead of an empty page.
    strict = False

    def get_queryset(self):
        return super().get_queryset().in_force().select_related("country").by_name()

    def get_template_names(self):
        # Whoever comes back by the browser's history wants the whole page.
        is_part = self.request.htmx and not self.request.htmx.history_restore_request
        return ["partners/partner_list.html#results" if is_part else "partners/partner_list.html"]

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def get_context_data(self, **kwargs):
        context = super().get_context_data(crumbs=[(_("Partners"), None)], **kwargs)
        context["is_filtered"] = any(self.request.GET.get(name) for name in self.filterset_class.base_filters)
        return context


class PartnerDetail(VisibleMixin, DetailView):
    """The page of an organisation."""

    model = Partner
    template_name = "partners/partner_detail.html"

    def get_queryset(self):
        return super().get_queryset().select_related("country__region__parent")

    def get_context_data(self, **kwargs):
        user = self.request.user
        crumbs = [(_("Partners"), reverse("partners:list")), (self.object.name, None)]
        return super().get_context_data(
            crumbs=crumbs,
            own_affiliation=Affiliation.objects.open_one_of(user, self.object),
            may_manage_people=user.has_perm("partners.manage_people_partner", self.object),
            **kwargs,
        )


class PartnerPeople(VisibleMixin, ObjectPermissionMixin, DetailView):
    """The people of an organisation, for those who speak for it."""

    model = Partner
    permission_required = "partners.manage_people_partner"
    template_name = "partners/partner_people.html"

    def get_context_data(self, **kwargs):
        people = self.object.affiliations.select_related("person__country")
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (self.object.name, self.object.get_absolute_url()),
            (_("People"), None),
        ]
        return super().get_context_data(
            requested=people.requested().order_by("requested_at", "pk"),
            active=people.active().order_by("-is_focal_point", "person__name", "pk"),
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
