"""A work in the library that comes of a discussion in the same room."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions.becoming import Target, register
from library.models import Work


class WorkOfThread(Target):
    key, model, position = "work", Work, 30
    button = _("Add a work to the library")
    became = _("Became the work in the library")
    taken = _("This discussion has become a work in the library already.")

    def url(self, thread):
        return reverse("library:add", args=[thread.space.slug])

    def may(self, user, thread):
        return user.has_perm("library.add_work", thread.space)


register(WorkOfThread())
