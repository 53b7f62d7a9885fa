"""What is new since my last visit: one visit lasts half an hour."""

from datetime import UTC, datetime, timedelta

import pytest

from spaces.models import Visit
from spaces.models.visit import ONE_VISIT
from tests.factories.meetings import meeting_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


def test_first_visit_knows_of_none_before(clock, amina, a2):
    assert Visit.note(a2.space, amina) is None
    clock.shift(timedelta(minutes=5))
    assert Visit.note(a2.space, amina) is None


def test_whoever_comes_back_soon_is_on_the_same_visit(clock, amina, a2):
    Visit.note(a2.space, amina)
    clock.shift(timedelta(days=2))
    assert Visit.note(a2.space, amina) == NOW
    clock.shift(ONE_VISIT - timedelta(minutes=1))
    assert Visit.note(a2.space, amina) == NOW
    clock.shift(ONE_VISIT + timedelta(minutes=1))
    assert Visit.note(a2.space, amina) == NOW + timedelta(days=2) + ONE_VISIT - timedelta(minutes=1)


def test_each_person_has_her_own_visits(clock, amina, fatou, a2):
    Visit.note(a2.space, amina)
    assert Visit.note(a2.space, fatou) is None
    assert [visit.person for visit in Visit.objects.visible_to(amina)] == [amina]


def news(client, a2):
    page = client.get(a2.space.get_absolute_url())
    return [(str(row), row.news_tag) for kind in page.context["news"] for row in kind["rows"]]


def test_overview_marks_what_came_since(clock, client, amina, fatou, a2):
    meeting_of(by=amina, title="Old")
    client.force_login(fatou)
    assert news(client, a2) == [("Old", "")]
    clock.shift(timedelta(days=1))
    meeting_of(by=amina, title="Young")
    assert news(client, a2) == [("Young", "new"), ("Old", "")]
    clock.shift(timedelta(minutes=10))
    assert news(client, a2) == [("Young", "new"), ("Old", "")]
    clock.shift(timedelta(days=1))
    assert news(client, a2) == [("Young", ""), ("Old", "")]
