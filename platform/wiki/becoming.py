"""A page of the wiki that comes of a discussion in the same room."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions.becoming import Target, register
from wiki.models import Page


class PageOfThread(Target):
    key, model, position = "page", Page, 20
    button = _("Write a page of the wiki")
    became = _("Became the page of the wiki")
    taken = _("This discussion has become a page of the wiki already.")

    def url(self, thread):
        return reverse("wiki:write", args=[thread.space.slug])

    def may(self, user, thread):
        return user.has_perm("spaces.post_space", thread.space)


register(PageOfThread())
