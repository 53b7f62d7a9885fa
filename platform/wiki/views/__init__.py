"""What the pages of a wiki have in common: the tab, the page of the address, the way back."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from spaces.views import InSpace
from wiki.models import Page


def number_in(text):
    """The small number typed or sent as `text`; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0


class InWiki(InSpace):
    """A page below the tab of the wiki."""

    current_tab = "wiki"

    @property
    def write_url(self):
        """Where a new page is written."""
        return reverse("wiki:write", args=[self.space.slug])

    def ways(self):
        """The lists of the wiki, for components/tabs.html."""
        lists = [(_("Pages from A to Z"), "wiki:list"), (_("Recent changes"), "wiki:changes")]
        here = self.request.resolver_match.view_name
        return [
            {"title": title, "url": reverse(name, args=[self.space.slug]), "is_current": name == here}
            for title, name in lists
        ]


class OfPage(InWiki):
    """A wiki page this person may see, found by its address or the one it had before."""

    @cached_property
    def page(self):
        pages = Page.objects.visible_to(self.request.user).filter(space=self.space)
        page = get_object_or_404(pages.at(self.kwargs["name"]).select_related("translation_of"))
        self.share_space(page)
        return page

    @property
    def permission_object(self):
        return self.page

    def share_space(self, page):
        """Rights and addresses of the page are asked of the space as it was found, with what this person is there."""
        page.space = self.space
        if page.translation_of:
            page.translation_of.space = self.space

    def reload(self):
        """The page as it is stored now."""
        del self.__dict__["page"]
        return self.page

    def crumbs(self):
        crumbs = super().crumbs()
        if self.page_title:
            crumbs.insert(-1, (self.page.title, self.page.get_absolute_url()))
        else:
            crumbs[-1] = (crumbs[-1][0], self.page.list_url)
            crumbs.append((self.page.title, None))
        return crumbs
