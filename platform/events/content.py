"""Events and meetings as what lies in a space."""

from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from events.models import Event, Meeting
from spaces.contents import Content, register


class Events(Content):
    """The open events of a space: its tab shows them together with the meetings."""

    key, title, position = "events", _("Events"), 40
    nothing = _("No event has been announced yet.")

    def url(self, space):
        return reverse("events:of-space", args=[space.slug])

    def newest(self, user):
        return Event.objects.visible_to(user).annotate(news_at=F("changed_at")).order_by("-changed_at", "-pk")


class Meetings(Content):
    """The meetings of a space, to which people are invited."""

    key, title, position, has_tab = "meetings", _("Meetings"), 41, False
    nothing = _("No meeting has been planned yet.")

    def url(self, space):
        return space.meetings_url if space.room else reverse("events:of-space", args=[space.slug])

    def newest(self, user):
        return Meeting.objects.visible_to(user).annotate(news_at=F("changed_at")).order_by("-news_at", "-pk")


register(Events())
register(Meetings())
