"""Meetings as what lies in a space."""

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Meeting
from spaces.contents import Content, register


class Events(Content):
    """The meetings of a space: its tab leads to them."""

    key, title, position = "events", _("Events"), 40
    nothing = _("No meeting has been planned yet.")

    def url(self, space):
        return space.meetings_url if space.room else reverse("events:of-space", args=[space.slug])

    def newest(self, user):
        return Meeting.objects.visible_to(user).annotate(news_at=F("changed_at")).order_by("-news_at", "-pk")


register(Events())
