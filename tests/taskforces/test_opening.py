"""Joining opens and closes: by hand, and by dates."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from core.models import Activity
from taskforces.models import Application, TaskForce

OPENING = reverse("taskforces:form-opening", args=["a2"])
JOIN = reverse("taskforces:join", args=["a2"])
A2 = reverse("taskforces:detail", args=["a2"])
MINE = {
    "role": "member", "country": "BR", "accepts_duties": "on", "motivation": "Soil.", "expertise": "Agronomy",
    "time": "up_to_4", "languages": "Spanish",
}  # fmt: skip


@pytest.fixture
def leader(client, amina):
    amina.time_zone = "Africa/Porto-Novo"
    amina.save()
    client.force_login(amina)
    return client


def stored():
    return TaskForce.objects.get(objective__code="A2")


def days(number):
    return timezone.now() + timedelta(days=number)


@pytest.mark.parametrize(
    ("is_open", "opens", "closes", "takes", "words"),
    [
        (True, None, None, True, "Join this task force"),
        (True, None, 2, True, "Joining is open until"),
        (True, -2, 2, True, "Joining is open until"),
        (True, 2, None, False, "Joining opens on"),
        (True, 2, 4, False, "It closes on"),
        (True, -4, -2, False, "Joining closed on"),
        (False, -2, 2, False, "does not take new members"),
        (False, None, None, False, "does not take new members"),
    ],
)
def test_the_page_says_it_in_words_and_the_door_keeps_to_it(
    client, victor, a2, sofia, is_open, opens, closes, takes, words
):
    a2.set_joining(is_open, opens_at=opens and days(opens), closes_at=closes and days(closes), by=sofia)
    assert a2.takes_requests == takes
    client.force_login(victor)
    assert words in client.get(A2).content.decode()
    client.post(JOIN, MINE)
    assert Application.objects.exists() == takes


def test_leader_sets_dates_in_her_time_zone(leader):
    typed = {"is_open": "yes", "opens_at": "2031-03-01T08:00", "closes_at": "2031-03-31T18:00"}
    seen = leader.get(OPENING).context["form"]["seen"].value()
    leader.post(OPENING, typed | {"seen": seen})
    assert stored().joining_opens_at == datetime(2031, 3, 1, 8, tzinfo=ZoneInfo("Africa/Porto-Novo"))
    assert Activity.objects.about(stored()).filter(verb="joining_set").count() == 1
    html = leader.get(OPENING).content.decode()
    assert 'value="2031-03-31T18:00"' in html
    assert "Africa/Porto-Novo" in html


def test_wrong_moments_are_refused_beside_the_field_and_kept(leader):
    typed = {"is_open": "yes", "opens_at": "2031-03-31T18:00", "closes_at": "2031-03-01T08:00", "seen": "True||"}
    response = leader.post(OPENING, typed)
    assert list(response.context["form"].errors) == ["closes_at"]
    assert response.context["form"]["opens_at"].value() == "2031-03-31T18:00"
    for value in ("soon", "\0", "2031-99-01T00:00"):
        assert list(leader.post(OPENING, typed | {"closes_at": value}).context["form"].errors) == ["closes_at"]
    assert list(leader.post(OPENING, typed | {"is_open": "maybe"}).context["form"].errors)[0] == "is_open"


@pytest.mark.parametrize("year", ["9999", "0001"])
def test_years_nobody_means_are_refused_beside_the_field(leader, year):
    page = leader.post(OPENING, {"is_open": "yes", "closes_at": f"{year}-12-31T23:59"}).content.decode()
    assert "between the years 2000 and 2200" in page and f'value="{year}-12-31T23:59"' in page


def test_second_one_is_told_and_loses_nothing(leader, sofia):
    seen = leader.get(OPENING).context["form"]["seen"].value()
    stored().set_joining(False, by=sofia)
    typed = {"is_open": "yes", "closes_at": "2031-03-01T08:00", "seen": seen}
    response = leader.post(OPENING, typed)
    assert "Somebody else has changed this meanwhile" in response.content.decode()
    assert response.context["form"]["closes_at"].value() == "2031-03-01T08:00"
    assert not stored().is_joining_open
    leader.post(OPENING, typed | {"seen": response.context["form"]["seen"].value()})
    assert stored().is_joining_open


def test_closing_before_opening_is_impossible(a2, sofia):
    with pytest.raises(ValidationError):
        a2.set_joining(True, opens_at=days(2), closes_at=days(1), by=sofia)
    with pytest.raises(IntegrityError), transaction.atomic():
        TaskForce.objects.filter(pk=a2.pk).update(joining_opens_at=days(2), joining_closes_at=days(1))
