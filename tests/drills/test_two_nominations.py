"""Two people nominate for one seat at the same moment; an organisation is suspended while a seat is filled."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from partners.models import Partner
from taskforces.models import Application, Role, Seat, TaskForce
from tests.factories import UserFactory
from tests.factories.candidates import call_for, candidate

pytestmark = pytest.mark.drill

ROUNDS = 20


def at_once(*actions):
    """What came of each of `actions`, begun together in threads of their own: None, or the sentence of a refusal."""
    start, outcomes = threading.Barrier(len(actions)), [None] * len(actions)

    def run(place, action):
        start.wait()
        try:
            action()
        except ValidationError as error:
            outcomes[place] = error.messages[0]
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=each) for each in enumerate(actions)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
def test_one_nomination_wins_and_the_second_hears_who_was_first(house, cast):
    deciders = (cast.sofia, UserFactory(name="Ada Second", is_staff=True, is_superuser=True))
    codes = TaskForce.objects.order_by("objective__code").values_list("objective__code", flat=True)[:ROUNDS]
    for code in codes:
        task_force = TaskForce.objects.select_related("objective").get(objective__code=code)
        call = call_for(task_force)
        rivals = [candidate(call), candidate(call)]
        outcomes = at_once(
            *(
                lambda pk=rival.pk, by=by: Application.objects.get(pk=pk).nominate(by=by)
                for rival, by in zip(rivals, deciders, strict=True)
            )
        )
        [refusal] = [outcome for outcome in outcomes if outcome]
        winner = deciders[outcomes.index(None)]
        assert str(winner) in refusal
        seats = task_force.seats.open()
        assert seats.leaders().count() == 1
        assert sorted(seats.values_list("role", flat=True)) == [Role.LEADER, Role.MEMBER]
        statuses = call.candidates.order_by("status").values_list("status", flat=True)
        assert list(statuses) == [Application.Status.NOMINATED, Application.Status.NOT_SELECTED]
        verbs = Activity.objects.filter(
            content_type__model="application", object_id__in=[rival.pk for rival in rivals]
        ).values_list("verb", flat=True)
        assert sorted(verbs) == ["nominated", "not_selected"]


@pytest.mark.django_db(transaction=True)
def test_suspension_while_the_seat_is_filled_leaves_nobody_in_force(house, cast):
    codes = TaskForce.objects.order_by("objective__code").values_list("objective__code", flat=True)[:ROUNDS]
    for code in codes:
        task_force = TaskForce.objects.select_related("objective").get(objective__code=code)
        application = candidate(call_for(task_force))
        partner = application.person.organisations[0]
        at_once(
            lambda pk=application.pk: Application.objects.get(pk=pk).nominate(by=cast.sofia),
            lambda pk=partner.pk: Partner.objects.get(pk=pk).suspend(by=cast.sofia, reason="unpaid"),
        )
        assert Partner.objects.get(pk=partner.pk).status == Partner.Status.SUSPENDED
        seats = task_force.seats.filter(person=application.person)
        assert not Seat.objects.in_force().filter(pk__in=seats.values("pk")).exists()
        assert all(seat.is_flagged for seat in seats)
