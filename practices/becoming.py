"""A practice datasheet that comes of a discussion."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from discussions.becoming import Target, register
from practices.models import Practice


class PracticeOfThread(Target):
    key, model, position = "practice", Practice, 50
    button = _("Describe it as a practice")
    became = _("Became the practice")
    taken = _("This discussion has become a practice datasheet already.")
    leaves_room = True

    def url(self, thread):
        return reverse("practices:begin")

    def may(self, user, thread):
        return user.has_perm("practices.add_practice")


register(PracticeOfThread())
