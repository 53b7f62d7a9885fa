"""Meetings and events as calendar programs read them (RFC 5545, 5546), with the rules of their zones.

Those that were cancelled say so.
"""

from datetime import UTC, timedelta
from email.utils import parseaddr
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from icalendar import Calendar, vCalAddress, vText
from icalendar import Event as CalendarEvent

from core.addresses import whole
from events.models import Event, Meeting, Participation, Registration
from events.zones import rules_of

# How long what is over, or was cancelled, stays in a feed.
PAST_KEPT_FOR = timedelta(days=90)
CANCELLED_KEPT_FOR = timedelta(days=60)
# A program that asks more often gets the same.
MOST_IN_A_FEED = 300


def calendar_of(gathering, *, shows_link):
    """The bytes of an .ics file about one meeting or event; the join link only where the reader may have it."""
    method = "CANCEL" if gathering.is_cancelled else "PUBLISH"
    return written([event_of(gathering, shows_link=shows_link)], method=method)


def feed_of(person):
    """The bytes of her calendar: the meetings with a date to which she is invited now, her events."""
    meetings = Meeting.objects.visible_to(person).inviting(person)
    events = Event.objects.visible_to(person).registered_by(person)
    return feed(person, meetings, events, _("4 per 1000: my meetings"))


def feed_of_room(person, space):
    """The bytes of a room's calendar, as `person` may see it: all its meetings and events with a date."""
    meetings = Meeting.objects.visible_to(person).filter(space=space)
    events = Event.objects.visible_to(person).filter(space=space)
    return feed(person, meetings, events, _("4 per 1000: %(room)s") % {"room": space.title})


def feed(person, meetings, events, name):
    """A calendar of what is to come, lately over or lately cancelled; join links only where `person` may have them."""
    now = timezone.now()
    begun, cancelled = now - PAST_KEPT_FOR, now - CANCELLED_KEPT_FOR
    dated = meetings.filter(starts_at__gt=begun).exclude(status=Meeting.Status.CANCELLED, cancelled_at__lt=cancelled)
    standing = events.filter(ends_at__gt=begun).exclude(status=Event.Status.CANCELLED, cancelled_at__lt=cancelled)
    written_down = [
        event_of(each, shows_link=each.is_inviting, is_away=each.own_answer == Participation.Answer.AWAY)
        for each in shown(dated, person)
    ]
    written_down += [
        event_of(each, shows_link=each.own_state == Registration.State.REGISTERED) for each in shown(standing, person)
    ]
    return written(written_down, method="PUBLISH", name=name)


def shown(rows, person):
    """The newest of `rows` with what a calendar says of them."""
    return (
        rows.with_space()
        .with_standing_of(person)
        .select_related("organiser")
        .order_by("-starts_at", "-pk")[:MOST_IN_A_FEED]
    )


def written(events, *, method, name=""):
    """A whole calendar around `events`, with the rules of every zone they name."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{settings.SITE_NAME}//Meetings//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
        calendar.add("refresh-interval", timedelta(hours=4), parameters={"value": "DURATION"})
    for name, moments in zones_of(events).items():
        calendar.add_component(rules_of(name, min(moments), max(moments)))
    for event in events:
        calendar.add_component(event)
    return calendar.to_ical()


def zones_of(events):
    """{name of a zone: the moments said in it}."""
    found = {}
    for event in events:
        for name in ("DTSTART", "DTEND"):
            zone = event[name].params.get("TZID")
            if zone:
                found.setdefault(zone, []).append(event[name].dt)
    return found


def event_of(meeting, *, shows_link, is_away=False):
    """One meeting that has a date, or one event. Its hours are said in the organiser's zone."""
    zone = ZoneInfo(meeting.time_zone)
    url = whole(meeting.get_absolute_url())
    event = CalendarEvent()
    event.add("uid", f"{meeting.uid}@{settings.SITE_URL.split('://')[-1]}")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.changed_at)
    event.add("created", meeting.created_at)
    event.add("last-modified", meeting.changed_at)
    event.add("dtstart", said_in(zone, meeting.starts_at))
    event.add("dtend", said_in(zone, meeting.ends_at))
    event.add("summary", meeting.about)
    is_cancelled = meeting.is_cancelled
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if is_away or is_cancelled else "OPAQUE")
    event.add("url", url)
    event["organizer"] = organiser_of(meeting)
    link = meeting.link if shows_link and not is_cancelled else ""
    event.add("location", meeting.place or link)
    event.add("description", "\n\n".join(part for part in (meeting.calendar_words, link, url) if part))
    return event


def said_in(zone, moment):
    """`moment` in `zone`; in universal time where that is UTC, or the hour comes twice and this is the later one."""
    local = timezone.localtime(moment, zone)
    return moment.astimezone(UTC) if local.fold or zone.key == "UTC" else local


def organiser_of(meeting):
    """Who organises, by name, with the platform's own address: nobody's address is given away."""
    address = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    address.params["cn"] = vText(str(meeting.organiser))
    return address
