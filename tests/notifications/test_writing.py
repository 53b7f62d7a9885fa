"""Notices are written by the database from the query of those who hear of something."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core import announcing
from notifications.models import Mail, Notice
from tests.factories import UserFactory


@pytest.fixture
def happens(a2, monkeypatch):
    """A function that lets something happen of which the given (audience, people) hear, and returns the activity."""

    def happen(*audiences, by=None):
        monkeypatch.setitem(announcing._registry, "taskforces.taskforce.opened", lambda activity: audiences)
        activity = a2.record("opened", by=by)
        Notice.objects.announce(activity.pk)
        return activity

    return happen


def told(activity):
    """{(name, audience)} of those who were told."""
    return set(activity.notices.values_list("recipient__name", "audience"))


def test_query_and_list_of_people_are_told_alike(happens, victor, bruno):
    query = User.objects.filter(pk__in=[victor.pk, bruno.pk])
    assert told(happens(("person", query))) == told(happens(("person", [victor, bruno])))
    assert Mail.objects.filter(notice__recipient=victor, status=Mail.Status.WAITING).count() == 2


def test_first_audience_that_names_a_person_wins(happens, victor, bruno):
    activity = happens(("leader", [victor]), ("person", User.objects.filter(pk__in=[victor.pk, bruno.pk])))
    assert told(activity) == {(victor.name, "leader"), (bruno.name, "person")}
    assert Mail.objects.filter(notice__activity=activity).count() == 2


def test_closed_accounts_and_the_actor_are_left_out(happens, victor, bruno, carla):
    User.objects.filter(pk=carla.pk).update(is_active=False)
    everybody = User.objects.filter(pk__in=[victor.pk, bruno.pk, carla.pk])
    assert told(happens(("person", everybody), by=bruno)) == {(victor.name, "person")}
    assert told(happens(("actor", [bruno]), ("person", everybody), by=bruno)) == {
        (bruno.name, "actor"),
        (victor.name, "person"),
    }


def test_people_found_twice_are_told_once(happens, amina, a2):
    twice = User.objects.filter(seats__task_force__in=[a2, a2]) | User.objects.filter(pk=amina.pk)
    assert list(happens(("person", twice)).notices.filter(recipient=amina)) != []
    assert happens(("person", [amina, amina])).notices.count() == 1


@pytest.mark.parametrize("nobody", [[], User.objects.none()])
def test_nobody_is_told_and_the_activity_is_done(happens, nobody):
    activity = happens(("person", nobody))
    activity.refresh_from_db()
    assert activity.announced_at is not None and not activity.notices.exists()


def test_the_first_of_an_ordered_query_are_told(happens, victor, bruno):
    first = User.objects.filter(pk__in=[victor.pk, bruno.pk]).order_by("name")[:1]
    assert told(happens(("person", first))) == {(bruno.name, "person")}


def test_telling_many_asks_no_more_than_telling_one(happens):
    def statements(number):
        people = User.objects.filter(pk__in=[UserFactory().pk for _number in range(number)])
        with CaptureQueriesContext(connection) as asked:
            activity = happens(("person", people))
        assert Mail.objects.filter(notice__activity=activity).count() == number
        return len(asked)

    assert statements(12) == statements(1)
