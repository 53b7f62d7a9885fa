"""Discussions as what lies in a space."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from discussions.models import Thread
from spaces.contents import Content, register


class Discussions(Content):
    """The threads of a space: those somebody wrote in last stand first."""

    key, title, position = "discussions", _("Discussions"), 10
    nothing = _("Nobody has begun a discussion yet.")

    def newest(self, user):
        return Thread.objects.visible_to(user).annotate(news_at=F("last_post_at")).order_by("-news_at", "-pk")


register(Discussions())
