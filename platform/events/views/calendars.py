"""Meetings for calendar programs: one as a file, all of mine under a private address."""

from django.contrib import messages
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import Http404, HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.generic import View
from django.views.generic.detail import SingleObjectMixin

from core.addresses import whole
from events.calendars import calendar_of, feed_of, feed_of_room
from events.models import CalendarFeed
from events.views.events import OfEvent
from events.views.meetings import MyMeetings, OfMeeting
from spaces.models import Space
from spaces.models.belonging import belonging


def calendar_file(content, name):
    """An answer that calendar programs take, and no cache keeps."""
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    patch_cache_control(response, private=True, no_store=True)
    return response


class MeetingFile(LoginRequiredMixin, OfMeeting, SingleObjectMixin, View):
    """One meeting with a date as an .ics file."""

    http_method_names = ["get", "head", "options"]

    def get_queryset(self):
        return super().get_queryset().select_related("organiser")

    def get(self, request, *args, **kwargs):
        meeting = self.get_object()
        if meeting.starts_at is None:
            raise Http404
        return calendar_file(
            calendar_of(meeting, shows_link=meeting.is_inviting_now(request.user)), f"meeting-{meeting.pk}"
        )


class EventFile(OfEvent, SingleObjectMixin, View):
    """One open event as an .ics file; with the join link for those who have a seat."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        event = self.get_object()
        shows_link = request.user.has_perm("events.join_event", event)
        return calendar_file(calendar_of(event, shows_link=shows_link), f"event-{event.pk}")


class Feed(View):
    """All meetings of the person whose private address this is. A wrong, an old and a revoked one look alike."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, token):
        feed = CalendarFeed.objects.by_token(token)
        if feed is None:
            return self.nothing()
        with translation.override(feed.person.language):
            return calendar_file(feed_of(feed.person), "meetings")

    def nothing(self):
        return HttpResponseNotFound("No calendar has this address.\n", content_type="text/plain; charset=utf-8")


class RoomFeed(Feed):
    """All meetings and events of one room, for the person whose private address this is."""

    def get(self, request, token, slug):
        feed = CalendarFeed.objects.by_token(token)
        if feed is None:
            return self.nothing()
        space = Space.objects.visible_to(feed.person).owned().with_owner().filter(slug=slug).first()
        if space is None:
            return self.nothing()
        with translation.override(feed.person.language):
            return calendar_file(feed_of_room(feed.person, space), space.slug)


class CalendarRenew(MyMeetings):
    """Makes the address of my calendar, or a new one in its place. It is shown this once: only its print is kept."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        token = CalendarFeed.objects.renew(request.user, by=request.user)
        rooms = Space.objects.visible_to(request.user).owned().with_owner().filter(belonging(request.user))
        self.extra_context = {
            "calendar_address": whole(reverse("calendar-feed", args=[token])),
            "room_addresses": [
                (room.title, whole(reverse("room-calendar", args=[token, room.slug])))
                for room in sorted(rooms, key=lambda room: room.room.position)
            ],
        }
        return self.get(request, *args, **kwargs)


class CalendarRevoke(LoginRequiredMixin, View):
    """The address of my calendar leads nowhere any more."""

    http_method_names = ["post", "options"]

    def post(self, request):
        feed = CalendarFeed.objects.visible_to(request.user).first()
        if feed is not None:
            feed.revoke(by=request.user)
        messages.success(request, _("The address of your calendar leads nowhere any more."))
        return redirect("events:mine")
