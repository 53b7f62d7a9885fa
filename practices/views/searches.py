"""Searches somebody has saved: kept from the list, looked through, removed."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import ValidationError
from django.urls import reverse, reverse_lazy
from django.utils.functional import cached_property
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView

from core.refusals import add_errors
from core.views import ObjectActionView, VisibleMixin
from practices.filters import Finder
from practices.forms.searches import SearchForm
from practices.models import SavedSearch


class SearchList(LoginRequiredMixin, VisibleMixin, ListView):
    """Her own."""

    model = SavedSearch
    template_name = "practices/search_list.html"

    def get_context_data(self, **kwargs):
        crumbs = [(_("Practices"), reverse("practices:list")), (_("Saved searches"), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)


class SearchKeep(LoginRequiredMixin, FormView):
    """Give a name to what the list was asked; the question stands in the address, as it does there."""

    form_class = SearchForm
    template_name = "practices/search_keep.html"
    success_url = reverse_lazy("practices:searches")

    @cached_property
    def finder(self):
        return Finder(self.request.GET)

    def get_initial(self):
        return {"name": Truncator(" · ".join(str(label) for label, _address in self.finder.chips)).chars(100)}

    def form_valid(self, form):
        try:
            SavedSearch.objects.keep(self.finder.query, form.cleaned_data["name"], by=self.request.user)
        except ValidationError as error:
            add_errors(form, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The search is saved. You will hear when a new practice fits."))
        return super().form_valid(form)

    def get_context_data(self, **kwargs):
        crumbs = [
            (_("Practices"), reverse("practices:list")),
            (_("Saved searches"), reverse("practices:searches")),
            (_("Save a search"), None),
        ]
        return super().get_context_data(finder=self.finder, crumbs=crumbs, **kwargs)


class SearchRemove(ObjectActionView):
    model = SavedSearch
    permission_required = "practices.remove_savedsearch"
    success_message = gettext_lazy("The search is removed.")

    def perform(self, search):
        search.remove(by=self.request.user)

    def get_success_url(self):
        return reverse("practices:searches")
