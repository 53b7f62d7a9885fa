"""What the pages of a space have in common: the space of the address, its tabs, the way back, what one may do."""

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from spaces.contents import contents
from spaces.models import Space


class InSpace:
    """Finds the space whose slug stands in the address; visitors sign in first, whoever is not let in gets 404.

    `current_tab` is the key of a kind of content, "" for the overview; `page_title` the last crumb.
    """

    current_tab = ""
    page_title = None
    # By what the space is found: its own slug, or that of its owner.
    slug_path = "slug"

    def dispatch(self, request, *args, **kwargs):
        # A space that is not public and one that does not exist are alike to visitors: both ask to sign in.
        if not request.user.is_authenticated and not self.is_public:
            return redirect_to_login(request.get_full_path())
        return super().dispatch(request, *args, **kwargs)

    @property
    def in_address(self):
        """Which space the address means."""
        return {self.slug_path: self.kwargs["slug"]}

    @cached_property
    def is_public(self):
        """Whether visitors are let in."""
        return Space.objects.visible_to(self.request.user).owned().filter(**self.in_address).exists()

    @cached_property
    def space(self):
        """The space, with what this person is there."""
        spaces = Space.objects.visible_to(self.request.user).owned().with_owner()
        return get_object_or_404(spaces.with_standing_of(self.request.user), **self.in_address)

    @cached_property
    def may_post(self):
        """Whether this person writes here."""
        return self.request.user.has_perm("spaces.post_space", self.space)

    @cached_property
    def may_moderate(self):
        """Whether this person moderates here."""
        return self.request.user.has_perm("spaces.moderate_space", self.space)

    def get_context_data(self, **kwargs):
        context = {
            "space": self.space,
            "tabs": self.tabs(),
            "crumbs": self.crumbs(),
            "may_post": self.may_post,
            "may_moderate": self.may_moderate,
        }
        return super().get_context_data(**{**context, **kwargs})

    def crumbs(self):
        """The section › the owner › the space › this kind › this page."""
        crumbs = [*self.space.crumbs, (pgettext("a space", "Room"), self.space.get_absolute_url())]
        crumbs += [(str(each.title), each.url(self.space)) for each in contents() if each.key == self.current_tab]
        if self.page_title:
            crumbs.append((self.page_title, None))
        else:
            crumbs[-1] = (crumbs[-1][0], None)
        return crumbs

    def tabs(self):
        """Overview, each kind of content, what only this room has, the people; as components/tabs.html wants them."""
        tabs = [(_("Overview"), self.space.get_absolute_url(), "")]
        tabs += [(each.title, each.url(self.space), each.key) for each in contents() if each.has_tab]
        tabs += self.space.room.pages(self.space) if self.space.room else []
        if self.request.user.is_authenticated:
            tabs.append((_("People"), reverse("spaces:people", args=[self.space.slug]), "people"))
        return [{"title": title, "url": url, "is_current": key == self.current_tab} for title, url, key in tabs]
