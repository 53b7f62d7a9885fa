"""Two reviewers decide at once, an author takes back while somebody reviews, two publish: one of them is heard."""

import pytest

from core.models import Activity
from practices.models import Version
from tests.drills.test_two_secretaries import at_once
from tests.factories.practices import PracticeFactory

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = 20


def fresh(practice):
    return type(practice).objects.get(pk=practice.pk)


def decided(practice):
    """The words of what happened after it was submitted."""
    verbs = ("reviewed", "rejected", "taken_back", "sent_back", "published")
    return [activity.verb for activity in Activity.objects.about(practice).filter(verb__in=verbs)]


def test_one_reviews_and_one_rejects(house, cast):
    for _round in range(ROUNDS):
        practice = PracticeFactory(status="submitted")
        for person in (cast.bruno, cast.carla):
            practice.assign_reviewer(person, by=cast.sofia)
        mine, hers = fresh(practice), fresh(practice)
        at_once(lambda one=mine: one.review(by=cast.bruno), lambda one=hers: one.reject("No soil.", by=cast.carla))
        practice.refresh_from_db()
        # Whoever is first is heard; what was reviewed first may still be rejected, never the other way round.
        assert (practice.status, sorted(decided(practice))) in [
            ("rejected", ["rejected"]),
            ("rejected", ["rejected", "reviewed"]),
        ]


def test_one_reviews_and_one_sends_back(house, cast):
    for _round in range(ROUNDS):
        practice = PracticeFactory(status="submitted")
        mine, hers = fresh(practice), fresh(practice)
        calls = (lambda one=mine: one.review(by=cast.bruno), lambda one=hers: one.send_back("Where?", by=cast.carla))
        assert at_once(*calls) == ["done", "second"]
        practice.refresh_from_db()
        assert (practice.status, decided(practice)) in [("reviewed", ["reviewed"]), ("draft", ["sent_back"])]


def test_author_takes_back_while_it_is_reviewed(house, cast):
    for _round in range(ROUNDS):
        practice = PracticeFactory(author=cast.victor, status="submitted")
        mine, hers = fresh(practice), fresh(practice)
        calls = (lambda one=mine: one.take_back(by=cast.victor), lambda one=hers: one.review(by=cast.bruno))
        assert at_once(*calls) == ["done", "second"]
        practice.refresh_from_db()
        assert (practice.status, decided(practice)) in [("reviewed", ["reviewed"]), ("draft", ["taken_back"])]


def test_published_twice_at_once_makes_one_version(house, cast):
    for _round in range(ROUNDS):
        practice = PracticeFactory(status="reviewed")
        both = [fresh(practice) for _window in range(2)]
        assert at_once(*[lambda one=one: one.publish(by=cast.sofia) for one in both]) == ["done", "second"]
        assert Version.objects.filter(practice=practice).count() == 1
        assert decided(practice).count("published") == 1
