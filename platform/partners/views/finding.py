"""Finding organisations: the list and the map, over one address that can be shared."""

from django.core.paginator import Paginator
from django.utils.cache import patch_vary_headers
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView

from partners.filters import Finder
from partners.models import Partner


class FinderMixin:
    """A page over what the address asks for."""

    @cached_property
    def finder(self):
        return Finder(self.request.GET, self.request.user)

    @property
    def is_part(self):
        """Whether a script swaps the answer into the page; whoever comes back by the history wants the whole page."""
        return self.request.htmx and not self.request.htmx.history_restore_request

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        patch_vary_headers(response, ["HX-Request"])
        return response

    def get_context_data(self, **kwargs):
        return super().get_context_data(finder=self.finder, **kwargs)


class PartnerList(FinderMixin, ListView):
    """The organisations of the Initiative, found by words and narrowed by facets; the address can be shared."""

    context_object_name = "partners"
    paginate_by = 20

    def get_queryset(self):
        rows = self.finder.rows
        return rows.select_related("place") if self.finder.centre else rows

    def get_paginator(self, queryset, per_page, **kwargs):
        paginator = Paginator(queryset, per_page, **kwargs)
        paginator.count = self.finder.total  # counted with the facets
        return paginator

    def get_template_names(self):
        return ["partners/partner_list.html#results" if self.is_part else "partners/partner_list.html"]

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            crumbs=[(_("Partners"), None)],
            is_filtered=self.finder.is_asking,
            statuses={value: str(label) for value, label in Partner.Status.choices},
            **kwargs,
        )
