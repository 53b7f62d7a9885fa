"""Open events and their registrations."""

from django.db.models import F

from events.models import Event, Registration
from home.checking.found import check


@check("error")
def more_people_than_seats():
    """Seats are given under a lock: nobody sits on another's."""
    for event in Event.objects.with_numbers().filter(number_registered__gt=F("seats")):
        yield f"event {event.pk} has {event.seats} seats and {event.number_registered} people registered"


@check("error")
def waiting_beside_a_free_seat():
    """Who waits moves up the same moment."""
    events = Event.objects.to_come().with_numbers().filter(number_waiting__gt=0)
    for event in events.exclude(number_registered__gte=F("seats")):
        yield f"event {event.pk} has a free seat and {event.number_waiting} people waiting"


@check("error")
def answers_of_who_withdrew():
    for registration in Registration.objects.filter(state=Registration.State.WITHDRAWN).exclude(answers=[]):
        yield f"registration {registration.pk} was withdrawn and keeps its answers"


@check("error")
def events_reported_before_they_end():
    for event in Event.objects.to_come().exclude(reported_at=None):
        yield f"event {event.pk} is reported and not over"
