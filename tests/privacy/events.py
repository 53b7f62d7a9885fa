"""What a person can have of open events, for the tests of export and erasure."""

from events.models import Event
from tests.factories.events import event_in, held_event, outside_meeting


def kept_of(person, by):
    """{model: what "Download my data" must hold} of one row of each."""
    organised = event_in(by=person, title="Dia do solo", kind=Event.Kind.WEBINAR)
    event = held_event(by=by, title="Field day")
    registration = event.registrations.create(
        person=person, state="registered", answers=[["Diet?", "Feijão"]], was_present=True
    )
    meeting = outside_meeting("Congresso do solo")
    meeting.attend(by=person)
    return {
        "events.Event": ["Dia do solo", "webinar", organised.starts_at, organised.created_at],
        "events.Registration": ["Field day", "registered", "Feijão", registration.since],
        "events.OutsideAttendance": ["Congresso do solo", meeting.attendances.get().said_at],
    }


def write_everywhere(person, word, by):
    """One row of each of hers, with `word` in what goes when she does."""
    event = event_in(by=by, title="Erasure day", questions=["Diet?"])
    event.registrations.create(person=person, state="registered", answers=[["Diet?", word]])
    outside_meeting().attend(by=person)
