"""`check_data` finds meetings that break their promises, whatever wrote them."""

import pytest
from django.utils import timezone

from accounts.models import User
from events.models import Event, Meeting, Minutes
from home.checking import findings
from spaces.models import LEADERS, Space
from tests.factories import partner_person
from tests.factories.events import event_in
from tests.factories.meetings import begun_meeting, in_days, meeting_of

pytestmark = pytest.mark.django_db


def sentences():
    return [
        finding.sentence for finding in findings() if "meeting" in finding.sentence or "leaders" in finding.sentence
    ]


def test_sound_meetings_are_not_mentioned(in_a2, amina, mila):
    meeting_of(by=amina, dates=(11, 12))
    begun = begun_meeting(by=amina, title="Over")
    Minutes.of(begun).publish("We met.", by=amina)
    begun.decide("Something", owner=mila, by=amina)
    assert sentences() == []


def test_broken_promises_are_found(in_a2, amina, mila):
    stray, dateless = meeting_of(by=amina, title="Stray"), meeting_of(by=amina, dates=(11, 12), title="Dateless")
    early, lost = meeting_of(by=amina, title="Early"), begun_meeting(by=amina, title="Lost")
    Meeting.objects.filter(pk=stray.pk).update(space=Space.objects.get(slug=LEADERS))
    dateless.dates.all().delete()
    Meeting.objects.filter(pk=early.pk).update(status="held", starts_at=in_days(3), time_zone="Nowhere/Land")
    Minutes.of(lost).publish("We met.", by=amina)
    Meeting.objects.filter(pk=lost.pk).update(status="fixed")
    assert set(sentences()) == {
        f"meeting {stray.pk} (member) is held in the space leaders",
        f"meeting {dateless.pk} looks for a date among 0",
        f"meeting {early.pk} was held and has not begun",
        f"meeting {early.pk} has the time zone 'Nowhere/Land'",
        f"meeting {lost.pk} has minutes and was not held",
    }


def test_decisions_of_closed_accounts_are_looked_at(in_a2, amina, mila):
    decision = begun_meeting(by=amina).decide("Something", owner=mila, by=amina)
    User.objects.filter(pk=mila.pk).update(is_active=False)
    assert f"decision {decision.pk} is open and person {mila.pk}, who sees to it, cannot sign in" in [
        finding.sentence for finding in findings()
    ]


def of_events():
    return [finding.sentence for finding in findings() if "event " in finding.sentence or "regist" in finding.sentence]


def test_events_that_break_their_promises_are_found(clock, sofia):
    event, people = event_in(by=sofia, seats=2), [partner_person() for _each in range(3)]
    for person in people:
        event.register(by=person)
    assert of_events() == []
    Event.objects.update(seats=1)
    assert of_events() == [f"event {event.pk} has 1 seats and 2 people registered"]
    Event.objects.update(seats=3, reported_at=timezone.now())
    first = event.registrations.first()
    event.registrations.filter(pk=first.pk).update(state="withdrawn", answers=[["Diet?", "Rice"]])
    assert of_events() == [
        f"event {event.pk} has a free seat and 1 people waiting",
        f"registration {first.pk} was withdrawn and keeps its answers",
        f"event {event.pk} is reported and not over",
    ]
