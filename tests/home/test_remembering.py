"""The numbers in the header are remembered for half a minute, and never older than the reader's own last act."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import ApplicationFactory, UserFactory

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def half_a_minute(settings):
    settings.NUMBERS_REMEMBERED_FOR = timedelta(seconds=30)
    caches["process"].clear()
    yield
    caches["process"].clear()


@pytest.fixture
def clock():
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def leader(client, amina, clock):
    client.force_login(amina)
    client.get(reverse("home:about"))
    return amina


def shown(client):
    """The number of duties in the header of some page."""
    return client.get(reverse("home:about")).context["nav"].duties


def test_what_others_do_shows_within_half_a_minute(client, leader, clock):
    ApplicationFactory(person=UserFactory())
    assert shown(client) == 0
    clock.shift(timedelta(seconds=31))
    assert shown(client) == 1


def test_my_duties_itself_always_counts_and_the_next_page_knows(client, leader):
    ApplicationFactory(person=UserFactory())
    page = client.get(reverse("home:duties"))
    assert page.context["nav"].duties == len(page.context["duties"]) == 1
    assert shown(client) == 1


def test_after_ones_own_act_nothing_old_is_shown(client, leader, clock):
    application = ApplicationFactory(person=UserFactory())
    clock.shift(timedelta(seconds=31))
    assert shown(client) == 1
    client.post(reverse("taskforces:accept", args=["a2", application.pk]))
    caches["process"].set(f"counts-{leader.pk}", {"duties": 99, "unread": 9, "is_partner": True}, 30)  # another process
    assert shown(client) == 0
    clock.shift(timedelta(seconds=20))
    assert shown(client) == 0


def test_an_act_that_leaves_no_activity_counts_as_well(client, leader):
    """A draft is recorded nowhere, and yet it waits for its author."""
    client.post(reverse("taskforces:join", args=["b1"]), {"save": "", "role": "member", "motivation": "Soil."})
    assert shown(client) == 1


def test_what_is_remembered_costs_no_question_and_does_not_grow_with_the_kinds(client, leader):
    with CaptureQueriesContext(connection) as captured:
        shown(client)
    assert not [query for query in captured.captured_queries if "taskforces_application" in query["sql"]]


def test_what_is_remembered_is_ones_own(client, leader, victor, clock):
    ApplicationFactory(person=UserFactory())
    clock.shift(timedelta(seconds=31))
    assert shown(client) == 1
    other = Client()
    other.force_login(victor)
    assert shown(other) == 0


def test_refused_act_has_changed_nothing_and_asks_for_no_new_count(client, leader):
    with CaptureQueriesContext(connection) as captured:
        refused = client.post(reverse("taskforces:accept", args=["a2", 999_999]))
    assert refused.status_code == 404 and "acted" not in refused.cookies
    assert not [query for query in captured.captured_queries if "notifications_notice" in query["sql"]]


def test_reading_sets_no_cookie_and_a_strangers_form_neither(client, db):
    assert "acted" not in client.get(reverse("home:about")).cookies
    assert "acted" not in client.post(reverse("account_login"), {"login": "x", "password": "y"}).cookies
