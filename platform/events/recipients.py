"""Who hears of meetings: those invited, at the moment it is told; of a decision, who sees to it.

Of events hears who registered, as long as she may read the room.
"""

from core.announcing import recipients_of
from core.notice_kinds import Kind
from events.models import Participation

# Changes by which somebody plans her day anew.
WORTH_TELLING = {"title", "place", "link", "duration_minutes"}
WORTH_TELLING_OF_EVENTS = {"title", "starts_at", "ends_at", "place", "link"}


@recipients_of("events.meeting.proposed")
def proposed(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.proposed_anew")
def proposed_anew(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.fixed")
def fixed(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.moved")
def moved(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.changed")
def changed(activity):
    """Of another place, link or length; not of a corrected agenda, nor while only dates are proposed."""
    if not activity.object.is_proposed and WORTH_TELLING & set(activity.data.get("fields", ())):
        yield "invited", activity.object.invited()


@recipients_of("events.meeting.cancelled")
def cancelled(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.reminded")
def reminded(activity):
    """Those who come, and those who have not said."""
    away = activity.object.participations.filter(answer=Participation.Answer.AWAY)
    yield "invited", activity.object.invited().exclude(pk__in=away.values("person"))


@recipients_of("events.meeting.minutes_published", Kind.NEWS)
def minutes_published(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.decision.given")
def given(activity):
    if activity.object.owner:
        yield "owner", [activity.object.owner]


@recipients_of("events.decision.corrected")
def corrected(activity):
    """Somebody else sees to it now."""
    if activity.object.owner and activity.data.get("is_new_owner"):
        yield "owner", [activity.object.owner]


def readers(event, registrations):
    """The people of `registrations` who may still read of `event`."""
    return event.space.readers().filter(pk__in=registrations.order_by().values("person"))


@recipients_of("events.registration.registered")
def registered(activity):
    yield "actor", [activity.object.person]


@recipients_of("events.registration.queued")
def queued(activity):
    yield "actor", [activity.object.person]


@recipients_of("events.registration.moved_up")
def moved_up(activity):
    registration = activity.object
    if registration.is_registered:
        yield "person", readers(registration.event, registration.event.registrations.filter(pk=registration.pk))


@recipients_of("events.registration.withdrawn")
def withdrawn(activity):
    """Whom the organiser took off the list; of her own withdrawal nobody needs to hear."""
    if activity.actor_id != activity.object.person_id:
        yield "person", [activity.object.person]


@recipients_of("events.event.changed")
def event_changed(activity):
    """Of another date, place, link or title."""
    if WORTH_TELLING_OF_EVENTS & set(activity.data.get("fields", ())):
        yield "registered", readers(activity.object, activity.object.registrations.open())


@recipients_of("events.event.cancelled")
def event_cancelled(activity):
    yield "registered", readers(activity.object, activity.object.registrations.open())


@recipients_of("events.event.reminded")
def event_reminded(activity):
    """Those with a seat, and nobody else."""
    yield "registered", readers(activity.object, activity.object.registrations.registered())


@recipients_of("events.event.reported")
def event_reported(activity):
    """Once: of a corrected report nobody hears again."""
    if activity.data.get("is_first") and activity.object.reported_at:
        yield "registered", readers(activity.object, activity.object.registrations.registered())
