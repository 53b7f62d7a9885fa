"""The smallest valid events."""

from datetime import timedelta

from events.models import Event, OutsideMeeting
from tests.factories.meetings import in_days
from tests.factories.rooms import room


def event_in(space=None, *, by, days=10, title="Soil day", kind=Event.Kind.THEMATIC, hours=2, **words):
    """An event in so many days; in the room of an Interface unless `space` says otherwise."""
    starts_at = words.pop("starts_at", in_days(days))
    facts = {"description": "Come and see.", "language": "en", "ends_at": starts_at + timedelta(hours=hours)}
    return Event.plan(space or room(), by=by, title=title, kind=kind, starts_at=starts_at, **facts | words)


def held_event(space=None, *, by, days_ago=3, registered=(), **words):
    """An event that is over; its past is set by the back door, for the verb refuses to announce one."""
    event = event_in(space, by=by, **words)
    for person in registered:
        event.register(by=person)
    starts_at = in_days(-days_ago)
    Event.objects.filter(pk=event.pk).update(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2))
    event.refresh_from_db()
    return event


def outside_meeting(title="World Soil Congress", *, days=40, **facts):
    """A meeting of others."""
    day = in_days(days).date()
    facts = {"organiser": "IUSS", "starts_on": day, "ends_on": day + timedelta(days=3)} | facts
    return OutsideMeeting.objects.create(title=title, **facts)
