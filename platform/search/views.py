"""One search over everything the reader may see."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.utils.translation import gettext as _
from django.views.generic import TemplateView

from core.asking import Asked
from search.finding import Group, groups_of, in_rooms, near, near_words, rows_of
from search.forms import SearchForm
from search.kinds import KINDS

BY_PAGE = 20


class Search(TemplateView):
    """What was found, by kind; with `kind=` all of one kind, page by page."""

    template_name = "search/search.html"

    def get_context_data(self, **kwargs):
        user, asked = self.request.user, Asked(self.request.GET.get("q", ""))
        kind = KINDS.get(self.request.GET.get("kind", ""))
        groups = groups_of(asked, user) if asked else []
        context = super().get_context_data(
            asked=asked,
            form=SearchForm({"q": asked.typed}),
            groups=groups,
            kind=kind,
            tabs=self.tabs(asked, groups, kind),
            crumbs=[(_("Search"), None)],
            **kwargs,
        )
        if asked and not context["groups"]:
            return context | {"near": in_rooms(near(asked, user)), "near_words": near_words(asked)}
        if asked and kind:
            return context | self.page_of(kind, groups, asked)
        in_rooms([row for group in context["groups"] for row in group.shown])
        return context

    def tabs(self, asked, groups, kind):
        """All kinds, and each of which there is something, with how much."""
        if not groups:
            return []
        if kind and kind.key not in {group.key for group in groups}:
            groups = [*groups, Group(kind.key, kind.title, [])]
        every = {"title": _("All kinds"), "url": f"?{urlencode({'q': asked.typed})}", "is_current": not kind}
        return [every] + [
            {
                "title": f"{group.title} ({group.number}{'+' if group.is_more else ''})",
                "url": f"?{urlencode({'q': asked.typed, 'kind': group.key})}",
                "is_current": kind is not None and kind.key == group.key,
            }
            for group in groups
        ]

    def page_of(self, kind, groups, asked):
        """One page of all rows of `kind`: those that were counted, and only where there are more, all are asked for."""
        rows = next((group.rows for group in groups if group.key == kind.key and not group.is_more), None)
        paginator = Paginator(rows_of(kind, asked, self.request.user) if rows is None else rows, BY_PAGE)
        page = paginator.get_page(self.request.GET.get("page"))
        return {"page_obj": page, "rows": in_rooms(list(page))}
