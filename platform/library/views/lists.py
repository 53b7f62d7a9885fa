"""Works: of one space, and of all spaces somebody is let in."""

from django.core.paginator import Paginator
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import ListView

from library.filters import Finder
from library.models import Work
from library.wordings import types
from partners.models.working_languages import name_of
from spaces.models import Space
from spaces.views import InSpace


class Shelves(Paginator):
    """Pages of works. What their rows show is asked for those of one page only: the last is as fast as the first."""

    def __init__(self, rows, per_page, *, total, shown, **kwargs):
        super().__init__(rows, per_page, **kwargs)
        self.count, self.shown = total, shown  # counted with the facets

    def page(self, number):
        page = super().page(number)
        keys, order = page.object_list.values("pk"), self.object_list.query.order_by
        page.object_list = self.shown(Work.objects.filter(pk__in=keys)).order_by(*order)
        return page


class WorkList(ListView):
    """Works as asked for."""

    http_method_names = ["get", "head", "options"]
    context_object_name = "works"
    paginate_by = 20

    @cached_property
    def finder(self):
        return Finder(self.request.GET, self.works())

    def works(self):
        """The works this page is about."""
        return Work.objects.lying_in(Space.objects.visible_to(self.request.user)).kept()

    def get_queryset(self):
        return self.finder.rows

    def get_paginator(self, queryset, per_page, **kwargs):
        return Shelves(queryset, per_page, total=self.finder.total, shown=self.shown, **kwargs)

    def shown(self, rows):
        """`rows` with what the page says of each."""
        return rows.with_facts()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(finder=self.finder, types=types(), **kwargs)
        for work in context["works"]:
            work.language_names = [name_of(code) for code in work.language_codes]
        return context


class WholeLibrary(WorkList):
    """All works this person may see, whatever room they lie in."""

    template_name = "library/work_list_all.html"

    def shown(self, rows):
        return super().shown(rows).with_space()

    def get_context_data(self, **kwargs):
        return super().get_context_data(crumbs=[(_("Library"), None)], shows_spaces=True, **kwargs)


class LibraryOfSpace(InSpace, WorkList):
    """The works of one space."""

    current_tab = "library"
    template_name = "library/work_list.html"

    def works(self):
        return Work.objects.kept().filter(space=self.space)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for work in context["works"]:
            work.space = self.space
        return context
