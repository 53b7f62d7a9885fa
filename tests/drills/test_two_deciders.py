"""Two people decide on one request at the same moment: one decision, one message; the second hears who was first."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from notifications.models import Mail, Notice
from taskforces.models import Application, Seat
from tests.factories import ApplicationFactory, UserFactory

pytestmark = pytest.mark.drill

ROUNDS = 100


@pytest.mark.django_db(transaction=True)
def test_two_deciders_make_one_decision(house, cast):
    deciders = (cast.amina, cast.sofia)
    for round_number in range(ROUNDS):
        application = ApplicationFactory(person=UserFactory())
        outcomes = decide_at_once(application, deciders, second_declines=round_number % 2)
        assert sorted(outcomes) == ["decided", "second"]
        decided = Activity.objects.about(application).filter(verb__in=["accepted", "declined"])
        assert decided.count() == 1
        activity = decided.get()
        Notice.objects.announce(activity.pk)
        assert Mail.objects.filter(notice__recipient=application.person, notice__activity=activity).count() == 1
        application.refresh_from_db()
        seats = Seat.objects.filter(person=application.person).count()
        assert seats == (1 if application.status == Application.Status.ACCEPTED else 0)


def decide_at_once(application, deciders, *, second_declines):
    """What each of two people got who pressed their buttons together: "decided" or "second"."""
    start, outcomes = threading.Barrier(2), []

    def decide(person, declines):
        mine = Application.objects.get(pk=application.pk)
        start.wait()
        try:
            mine.decline(reason="No seat is free.", by=person) if declines else mine.accept(by=person)
            outcomes.append("decided")
        except ValidationError as error:
            assert any(str(other) in error.messages[0] for other in deciders if other != person)
            outcomes.append("second")
        finally:
            connection.close()

    threads = [
        threading.Thread(target=decide, args=(person, bool(index and second_declines)))
        for index, person in enumerate(deciders)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
