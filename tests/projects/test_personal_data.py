"""What is kept of those who propose, discuss and make teams: taken along, forgotten with them."""

import pytest

from projects.models import Comment, Idea, Support, TeamMember
from tests.factories import partner_person
from tests.factories.projects import IdeaFactory, formed_team, partner_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    """Somebody who proposed, supports, commented, and is in a team."""
    person = partner_person(name="Zora Zwyxwanda")
    IdeaFactory(author=person, title="Her idea")
    IdeaFactory(author=person, title="Her withdrawn idea").withdraw(by=person)
    made = formed_team()
    made.idea.comment("Her words", language="en", by=person)
    made.idea.comment("Her hidden words", language="en", by=person).hide("Off topic.", by=None)
    made.idea.support(by=person)
    made.ask(person, partner_of(person), by=None).accept(by=person)
    return person


def test_person_takes_them_along(person):
    data = person.personal_data()
    assert {row["title"] for row in data["ideas"]} == {"Her idea", "Her withdrawn idea"}
    assert {row["text"] for row in data["comments_on_ideas"]} == {"Her words", "Her hidden words"}
    assert len(data["ideas_supported"]) == 1
    [place] = data["project_teams"]
    assert (place["partner__name"], place["status"]) == (partner_of(person).name, "accepted")


def test_erasure_forgets_words_and_places_and_keeps_ideas(person):
    person.erase(by=person)
    assert set(Comment.objects.filter(author=person).values_list("text", "hidden_reason")) == {("", "")}
    assert not Support.objects.filter(person=person).exists()
    assert set(TeamMember.objects.filter(person=person).values_list("status", flat=True)) == {"left"}
    assert not TeamMember.pgh_event_model.objects.filter(person=person).exists()
    [idea] = Idea.objects.filter(author=person)
    assert idea.title == "Her idea" and str(idea.author) == "Former member"
    assert not Idea.pgh_event_model.objects.filter(title="Her withdrawn idea").exists()
