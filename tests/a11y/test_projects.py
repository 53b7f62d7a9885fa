"""Ideas, Project Teams and questions from outside, measured like the other pages."""

import pytest

from tests.a11y.test_axe import enter, faults_of
from tests.factories import partner_person
from tests.factories.enquiries import EnquiryFactory
from tests.factories.projects import IdeaFactory, ask, formed_team

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_pages_of_ideas_teams_and_questions(open_browser, live_server, cast):
    page = open_browser(width=360)
    idea = IdeaFactory(title="Agroforesterie et conservation des sols", partners_wanted="Farmers", language="fr")
    first = idea.comment("Quelle quantité ?", language="fr", by=cast.bruno)
    idea.comment("Environ 40 tonnes.", language="fr", by=cast.amina, parent=first)
    team = formed_team()
    ask(team, partner_person())
    waiting, answered = (EnquiryFactory(email=f"{name}@outside.example", confirmed=True) for name in ("a", "b"))
    answered.reply("Gliricidia.", language="en", publish=True, by=cast.amina)
    a2 = "task-forces/a2/"
    public = ["projects/", "projects/ideas/", f"{a2}questions/", f"{a2}questions/ask/", f"projects/teams/{team.pk}/"]
    assert faults_of(page, public) == []
    enter(page, live_server, cast.amina)
    own = [f"{a2}ideas/propose/", f"projects/ideas/{idea.pk}/", f"projects/ideas/{idea.pk}/team/"]
    own += [f"projects/teams/{team.pk}/", f"{a2}questions/{waiting.pk}/", f"{a2}questions/received/"]
    assert faults_of(page, own) == []
