"""Twenty register for the last seat at once: one gets it, the others wait in line, and every freed seat goes once."""

import pytest

from events.models import Event, Registration
from tests.drills.test_posts_at_once import at_once, fresh
from tests.factories import partner_person
from tests.factories.events import event_in

pytestmark = pytest.mark.drill

GUESTS = 20


def registering(event, people):
    return [lambda who=who: fresh(event).register(by=who) for who in people]


def withdrawing(registration):
    return lambda: fresh(registration).withdraw(by=registration.person)


@pytest.mark.django_db(transaction=True)
def test_last_seat_goes_once_and_nobody_is_lost(house, cast):
    people = [partner_person() for _guest in range(GUESTS)]
    event = event_in(by=cast.sofia, seats=1)
    assert at_once(*registering(event, people)) == 0
    assert event.registrations.numbers() == {"registered": 1, "waiting": GUESTS - 1}
    # Whoever has the seat and some who wait go, while others come again.
    leaving = [event.registrations.registered().get(), *event.registrations.waiting()[:4]]
    at_once(*map(withdrawing, leaving), *registering(event, people[:5]))
    numbers = event.registrations.numbers()
    assert numbers["registered"] == 1 and event.registrations.count() == GUESTS


@pytest.mark.django_db(transaction=True)
def test_button_pressed_many_times_takes_one_seat(house, cast):
    person, event = partner_person(), event_in(by=cast.sofia, seats=3)
    assert at_once(*registering(event, [person] * 8)) == 0
    assert event.registrations.numbers() == {"registered": 1, "waiting": 0}


@pytest.mark.django_db(transaction=True)
def test_seats_are_made_and_taken_at_once(house, cast):
    people = [partner_person() for _guest in range(8)]
    event = event_in(by=cast.sofia, seats=2)
    at_once(*registering(event, people), lambda: fresh(event).change(seats=5, by=cast.sofia))
    assert event.registrations.numbers() == {"registered": 5, "waiting": 3}


@pytest.mark.django_db(transaction=True)
def test_event_cancelled_meanwhile_takes_nobody_afterwards(house, cast):
    people = [partner_person() for _guest in range(6)]
    event = event_in(by=cast.sofia)
    refused = at_once(*registering(event, people), lambda: fresh(event).cancel("Flood.", by=cast.sofia))
    assert Registration.objects.count() == len(people) - refused
    assert Event.objects.get().is_cancelled
