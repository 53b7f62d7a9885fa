"""Open events: announced, changed, cancelled, with seats and a waiting list; who is reminded; what came of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone

from core import announcing
from core.models import Activity, StoredFile
from core.uploads import clean_upload
from events.models import Event, OutsideAttendance, Registration
from events.personal_data import forget_what_was_answered, forget_who_came
from events.reminding import remind
from tests.factories import partner_person
from tests.factories.events import event_in, held_event, outside_meeting
from tests.factories.meetings import in_days
from tests.factories.rooms import admitted, room
from tests.papers import upload

pytestmark = pytest.mark.django_db


def states(event):
    """{name: state} of everybody who ever registered, in their order."""
    return {each.person.name: each.state for each in event.registrations.order_by("since", "pk")}


def told(obj, verb):
    """{audience: addresses} of the last activity of this name."""
    activity = Activity.objects.about(obj).filter(verb=verb).order_by("-pk").first()
    return {audience: {person.email for person in people} for audience, people in announcing.audiences(activity)}


@pytest.fixture
def people(clock):
    return [partner_person(name=f"Guest {number}") for number in range(1, 5)]


def test_seats_are_given_in_order_and_the_others_wait(people, sofia):
    event = event_in(by=sofia, seats=2)
    for person in people:
        event.register(by=person)
    assert list(states(event).values()) == ["registered", "registered", "waiting", "waiting"]
    assert event.registration_of(people[3]).place_in_line == 2
    assert not Event.objects.registered_by(people[2]).exists()


def test_registering_twice_changes_nothing(people, sofia):
    event = event_in(by=sofia)
    first = event.register(by=people[0])
    assert event.register(by=people[0]) == first
    assert Activity.objects.about(first).count() == 1


def test_who_waits_longest_moves_up_and_is_told(people, sofia, clock):
    event = event_in(by=sofia, seats=1)
    first, second, third = (event.register(by=person) for person in people[:3])
    first.withdraw(by=people[0])
    assert list(states(event).values()) == ["withdrawn", "registered", "waiting"]
    assert told(second, "moved_up") == {"person": {people[1].email}}
    with pytest.raises(ValidationError):
        Registration.objects.get(pk=first.pk).withdraw(by=people[0])
    clock.shift(60)
    event.register(by=people[0])
    assert list(states(event).values()) == ["registered", "waiting", "waiting"]
    assert third.place_in_line == 1


def test_more_seats_let_the_waiting_in_fewer_are_refused_below_the_registered(people, sofia):
    event = event_in(by=sofia, seats=1)
    for person in people:
        event.register(by=person)
    event.change(seats=3, by=sofia)
    assert list(states(event).values()) == ["registered"] * 3 + ["waiting"]
    with pytest.raises(ValidationError) as refused:
        event.change(seats=2, by=sofia)
    assert "seats" in refused.value.message_dict
    Event.objects.get().change(seats=None, by=sofia)
    assert set(states(event).values()) == {"registered"}


def test_registration_closes_at_its_hour(people, sofia, clock):
    event = event_in(by=sofia, registers_until=in_days(5))
    clock.move_to(in_days(5) + timedelta(minutes=1))
    with pytest.raises(ValidationError):
        event.register(by=people[0])


def test_only_readers_of_the_room_register(clock, sofia, victor):
    admitted("region-africa")
    event = event_in(room("region-africa"), by=sofia)
    with pytest.raises(ValidationError):
        event.register(by=victor)


def test_answers_stand_beside_the_questions_they_were_given_to(people, sofia):
    event = event_in(by=sofia, questions=["What do you eat?", "Do you speak?"])
    event.register(["Everything", " "], by=people[0])
    event.change(questions=["Do you speak?"], by=sofia)
    assert event.registrations.get().answers == [["What do you eat?", "Everything"]]


def test_only_those_with_a_seat_are_reminded_and_once(people, sofia, clock):
    event = event_in(by=sofia, seats=1)
    for person in people[:2]:
        event.register(by=person)
    remind()
    assert not Activity.objects.about(event).filter(verb="reminded").exists()
    clock.move_to(event.starts_at - timedelta(hours=20))
    remind()
    remind()
    assert Activity.objects.about(event).filter(verb="reminded").count() == 1
    assert told(event, "reminded") == {"registered": {people[0].email}}


def test_a_moved_event_tells_all_and_reminds_anew(people, sofia):
    event = event_in(by=sofia, seats=1)
    for person in people[:2]:
        event.register(by=person)
    Event.objects.update(reminded_at=timezone.now())
    event.change(starts_at=in_days(12), ends_at=in_days(12, 11), by=sofia)
    event.refresh_from_db()
    assert (event.reminded_at, event.sequence) == (None, 1)
    assert told(event, "changed") == {"registered": {people[0].email, people[1].email}}
    event.change(description="Other words.", by=sofia)
    assert told(event, "changed") == {}


def test_cancelled_events_say_why_and_take_nobody(people, sofia):
    event = event_in(by=sofia)
    event.register(by=people[0])
    with pytest.raises(ValidationError):
        event.cancel("  ", by=sofia)
    event.cancel("Flood.", by=sofia)
    assert told(event, "cancelled") == {"registered": {people[0].email}}
    for verb in (lambda: event.cancel("Again.", by=sofia), lambda: event.register(by=people[1])):
        with pytest.raises(ValidationError):
            verb()


@pytest.mark.parametrize(
    "facts",
    [
        {"days": -1},
        {"hours": -1},
        {"hours": 24 * 40},
        {"kind": "forum"},
        {"seats": 0},
        {"questions": ["?"] * 6},
        {"registers_until": timezone.now() + timedelta(days=9000)},
        {"link": "javascript:alert(1)"},
    ],
)
def test_what_does_not_hold_is_refused_in_words(clock, sofia, facts):
    with pytest.raises(ValidationError):
        event_in(by=sofia, **facts)


def test_same_event_is_announced_once(clock, sofia):
    event_in(by=sofia)
    with pytest.raises(ValidationError):
        event_in(by=sofia)


def test_outcome_is_told_once_and_its_document_replaced(people, sofia):
    event = held_event(by=sofia, registered=people[:1])
    event.report("", recording="https://video.example/again", by=sofia)
    assert event in Event.objects.to_report()  # a recording is no report
    event.report("We agreed.", recording=event.recording, upload=clean_upload(upload(name="a.pdf")), by=sofia)
    assert event not in Event.objects.to_report()
    first = event.document
    event.report("We agreed.", recording=event.recording, upload=clean_upload(upload(name="b.pdf")), by=sofia)
    assert not StoredFile.objects.filter(pk=first.pk).exists()
    assert default_storage.exists(event.document.file.name)
    with pytest.raises(ValidationError):
        event_in(by=sofia).report("Too early.", by=sofia)


def test_attendance_is_that_of_the_registered(people, sofia):
    event = held_event(by=sofia, registered=people[:2])
    event.take_attendance([people[1]], by=sofia)
    assert dict(event.registrations.values_list("person__name", "was_present")) == {"Guest 1": False, "Guest 2": True}
    with pytest.raises(ValidationError):
        event.take_attendance([people[3]], by=sofia)


def test_leaving_the_platform_gives_the_seat_away(people, sofia):
    event = event_in(by=sofia, seats=1)
    for person in people[:2]:
        event.register(by=person)
    people[0].erase(by=None)
    assert states(event) == {"Guest 2": "registered"}


def test_going_to_an_outside_meeting_can_be_said_twice(people):
    meeting = outside_meeting()
    for _each in range(2):
        meeting.attend(by=people[0])
    assert OutsideAttendance.objects.count() == Activity.objects.about(meeting).count() == 1
    for _each in range(2):
        meeting.stay_away(by=people[0])
    assert not OutsideAttendance.objects.exists()
    with pytest.raises(ValidationError):
        outside_meeting("Long ago", days=-40).attend(by=people[0])


def test_answers_go_after_90_days_and_who_came_after_three_years(people, sofia, clock):
    event = event_in(by=sofia, questions=["What do you eat?"])
    event.register(["Everything"], by=people[0])
    meeting = outside_meeting()
    meeting.attend(by=people[0])
    clock.move_to(event.ends_at + timedelta(days=89))
    forget_what_was_answered()
    assert event.registrations.get().answers
    clock.move_to(event.ends_at + timedelta(days=91))
    forget_what_was_answered()
    assert event.registrations.get().answers == []
    clock.move_to(event.ends_at + timedelta(days=3 * 365 + 60))
    forget_who_came()
    assert not event.registrations.exists() and not meeting.attendances.exists()
