"""The published datasheets, found by words, by what they are about and by where they are applied."""

from functools import partial

from django.core.paginator import Paginator
from django.utils.cache import patch_vary_headers
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView

from practices.filters import Finder


class Pages(Paginator):
    """Pages as the finder reads them, counted with its facets."""

    def __init__(self, finder, per_page, **kwargs):
        super().__init__(finder, per_page, **kwargs)
        self.count = finder.total

    def page(self, number):
        number = self.validate_number(number)
        first = (number - 1) * self.per_page
        rows = SimpleLazyObject(partial(self.object_list.drawn_page, first, first + self.per_page))
        return self._get_page(rows, number, self)


class PracticeList(ListView):
    """What everybody can read; the address can be shared, and is asked again by saved searches."""

    context_object_name = "rows"
    paginate_by = 20
    paginator_class = Pages

    @cached_property
    def finder(self):
        return Finder(self.request.GET)

    def get_queryset(self):
        return self.finder

    @property
    def is_part(self):
        """Whether a script swaps the answer into the page; whoever comes back by the history wants the whole page."""
        return self.request.htmx and not self.request.htmx.history_restore_request

    def get_template_names(self):
        return ["practices/practice_list.html#results" if self.is_part else "practices/practice_list.html"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(finder=self.finder, crumbs=[(_("Practices"), None)], **kwargs)

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response
