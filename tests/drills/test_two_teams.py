"""Two leaders form a team from one idea at the same moment: one team; the second hears who was first."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from projects.models import Idea, ProjectTeam
from tests.factories import partner_person
from tests.factories.projects import IdeaFactory, partner_of

pytestmark = pytest.mark.drill

ROUNDS = 30


@pytest.mark.django_db(transaction=True)
def test_one_idea_makes_one_team(house, cast):
    founders, coordinator = (cast.amina, cast.sofia), partner_person()
    for _round in range(ROUNDS):
        idea = IdeaFactory(author=cast.fatou, task_force=cast.a2)
        Idea.objects.filter(pk=idea.pk).update(created_at="2020-01-01T00:00Z")  # nobody proposes so many in a day
        assert sorted(found_at_once(idea, founders, coordinator)) == ["founded", "second"]
        team = ProjectTeam.objects.get(idea=idea)
        assert Activity.objects.about(team).filter(verb="founded").count() == 1
        assert team.members.count() == 1


def found_at_once(idea, founders, coordinator):
    """What each of two people got who pressed the button together."""
    start, outcomes, partner = threading.Barrier(2), [], partner_of(coordinator)

    def found(person):
        mine = Idea.objects.get(pk=idea.pk)
        start.wait()
        try:
            mine.form_team(name="Team", purpose="Plant.", coordinator=coordinator, partner=partner, by=person)
            outcomes.append("founded")
        except ValidationError as error:
            assert any(str(other) in error.messages[0] for other in founders if other != person)
            outcomes.append("second")
        finally:
            connection.close()

    threads = [threading.Thread(target=found, args=(person,)) for person in founders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes
