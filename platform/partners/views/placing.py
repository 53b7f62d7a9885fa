"""The place of an organisation on the map, set by those who speak for it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from django.views.generic.detail import SingleObjectMixin

from core.views import ObjectPermissionMixin, VisibleMixin
from partners.models import Partner
from partners.views.moved import LeadsToHeir
from regions.forms import FindsPlaces, PlaceField


class PlaceForm(FindsPlaces, forms.Form):
    place = PlaceField(
        country=None,
        required=False,
        help_text=gettext_lazy("The city of its seat. Leave it empty, and the map shows it at its country."),
    )


class PartnerPlace(LeadsToHeir, VisibleMixin, ObjectPermissionMixin, SingleObjectMixin, FormView):
    """Where the organisation stands on the map."""

    model = Partner
    permission_required = "partners.publish_sheet"
    form_class = PlaceForm
    template_name = "partners/partner_place.html"

    @cached_property
    def object(self):
        return self.permission_object

    def get_queryset(self):
        return super().get_queryset().select_related("country", "place")

    def get_initial(self):
        return {"place": self.object.place}

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        form.fields["place"].within = self.object.country
        return form

    def form_valid(self, form):
        try:
            self.object.move_to(form.cleaned_data["place"], by=self.request.user)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The map shows it there from now on."))
        return redirect(self.object.get_absolute_url())

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Partners"), reverse("partners:list")),
            (self.object.name, self.object.get_absolute_url()),
            (_("Place"), None),
        ]
        return super().get_context_data(crumbs=crumbs, partner=self.object, **kwargs)
