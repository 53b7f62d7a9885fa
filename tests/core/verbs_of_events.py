"""The verbs of open events and of outside meetings, for the tests of all verbs."""

from datetime import timedelta

from events.models import Event, Registration
from tests.factories import UserFactory, partner_person
from tests.factories.events import event_in, held_event, outside_meeting
from tests.factories.meetings import in_days


def on(obj, verb):
    """Call `verb(obj)` and return `obj`."""
    verb(obj)
    return obj


def registered(sofia):
    return event_in(by=sofia).register(by=partner_person())


def tomorrow(sofia):
    """An event within a day."""
    event = event_in(by=sofia)
    Event.objects.update(starts_at=in_days(1, 0), ends_at=in_days(1, 0) + timedelta(hours=9))
    return on(event, lambda one: one.refresh_from_db())


def going():
    meeting, person = outside_meeting(), UserFactory()
    meeting.attend(by=person)
    return on(meeting, lambda one: one.stay_away(by=person))


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "Planning.plan": ("planned", lambda a2, sofia: event_in(by=sofia)),
    "Planning.change": ("changed", lambda a2, sofia: on(event_in(by=sofia), lambda one: one.change(seats=9, by=sofia))),
    "Planning.cancel": ("cancelled", lambda a2, sofia: on(event_in(by=sofia), lambda one: one.cancel("So.", by=sofia))),
    "Registering.register": ("registered", lambda a2, sofia: registered(sofia)),
    "Registration.withdraw": ("withdrawn", lambda a2, sofia: on(registered(sofia), lambda one: one.withdraw(by=sofia))),
    "Reporting.report": (
        "reported",
        lambda a2, sofia: on(held_event(by=sofia), lambda one: one.report("So.", by=sofia)),
    ),
    "Reporting.take_attendance": (
        "attendance_taken",
        lambda a2, sofia: on(held_event(by=sofia), lambda one: one.take_attendance([], by=sofia)),
    ),
    "Reporting.remind": ("reminded", lambda a2, sofia: on(tomorrow(sofia), lambda one: one.remind(by=None))),
    "OutsideMeeting.attend": ("attended", lambda a2, sofia: going()),
    "OutsideMeeting.stay_away": ("stayed_away", lambda a2, sofia: going()),
}


def full(sofia):
    """An event with one seat and one who waits."""
    event = event_in(by=sofia, seats=1)
    for _each in range(2):
        event.register(by=partner_person())
    return event


# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "announce an event": (lambda a2: None, lambda made, sofia: event_in(by=sofia)),
    "register for an event": (
        lambda a2: (event_in(by=UserFactory(is_staff=True)), partner_person()),
        lambda made, sofia: made[0].register(by=made[1]),
    ),
    "give a seat to who waits": (
        lambda a2: full(UserFactory(is_staff=True)),
        lambda made, sofia: Registration.objects.registered().get().withdraw(by=sofia),
    ),
    "have more seats": (
        lambda a2: full(UserFactory(is_staff=True)),
        lambda made, sofia: made.change(seats=2, by=sofia),
    ),
    "note who was at an event": (
        lambda a2: held_event(by=UserFactory(is_staff=True), registered=[partner_person()]),
        lambda made, sofia: made.take_attendance([], by=sofia),
    ),
    "go to an outside meeting": (lambda a2: outside_meeting(), lambda made, sofia: made.attend(by=sofia)),
}
