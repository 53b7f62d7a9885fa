"""What waits for whom around datasheets, and is gone as soon as somebody has done it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.duties import kinds
from home.duties import duties
from tests.core.verbs_of_practices import due
from tests.factories.practices import PracticeFactory
from tests.factories.questions import expert

pytestmark = pytest.mark.django_db


def titles(person):
    """Of the duties about datasheets."""
    return [
        str(duty.title) for duty in duties(person) if "datasheet" in str(duty.title) or "reviewer" in str(duty.title)
    ]


def test_submitted_sheet_waits_for_the_secretariat_then_for_its_reviewer(sofia, bruno):
    practice = PracticeFactory(status="submitted")
    assert titles(sofia) == ["Ask somebody to review a datasheet"]
    practice.assign_reviewer(bruno, by=sofia, due_on=timezone.localdate() + timedelta(days=3))
    assert titles(sofia) == []
    [duty] = duties(bruno)
    assert str(duty.title) == "Review a datasheet"
    assert duty.due.date() >= timezone.localdate() + timedelta(days=3)
    practice.review(by=bruno)
    assert titles(bruno) == []
    assert titles(sofia) == ["Publish a reviewed datasheet"]
    practice.publish(by=sofia)
    assert titles(sofia) == []


def test_what_is_sent_back_waits_for_its_author_since_that_moment(sofia, victor):
    practice = PracticeFactory(author=victor, status="submitted")
    practice.send_back("Say where.", by=sofia)
    [duty] = duties(victor)
    assert str(duty.title) == "Look at what a reviewer asks"
    assert timezone.now() - duty.since < timedelta(minutes=5)
    practice.submit(by=victor)
    assert titles(victor) == []


def test_own_sheet_is_not_for_oneself_to_publish(sofia):
    PracticeFactory(author=sofia, status="reviewed")
    assert titles(sofia) == []


def test_scientist_publishes_what_she_was_asked_to_review(sofia, bruno):
    expert(bruno)
    practice = PracticeFactory(status="submitted")
    practice.assign_reviewer(bruno, by=sofia)
    practice.review(by=sofia)
    PracticeFactory(status="reviewed")
    assert titles(bruno) == ["Publish a reviewed datasheet"]


def test_published_sheet_is_to_be_confirmed_after_a_year():
    practice = due()
    assert titles(practice.author) == ["Say whether a datasheet still holds"]
    practice.confirm(by=practice.author)
    assert titles(practice.author) == []


@pytest.mark.parametrize("kind", ["review", "sent_back", "confirm", "assign", "publish"])
def test_nothing_waits_for_somebody_else(victor, kind, sofia):
    due()
    for status in ("submitted", "reviewed"):
        PracticeFactory(status=status)
    PracticeFactory(status="submitted").send_back("So.", by=sofia)
    assert not kinds()[f"practices.{kind}"](victor).exists()
