"""Outputs of the cycle told by facts: the register, gaps, meetings, ideas and Project Teams."""

import pytest
from django.urls import reverse
from django.utils import translation

from events.models import Meeting
from regions.models import Region
from taskforces.cycle import Progress, ready_to_move_on
from taskforces.models import Output, TaskForce
from tests.factories.cycle import at_stage, attested
from tests.factories.meetings import begun_meeting
from tests.factories.projects import IdeaFactory, formed_team, team
from tests.factories.register import GapFactory, RegisterItemFactory, region

pytestmark = pytest.mark.django_db


def state(task_force, code):
    """The OutputState of `code`, asked now."""
    progress = Progress.of(task_force)
    return next(each for stage in progress.stages for each in progress.states(stage) if each.output.code == code)


def b1():
    return TaskForce.objects.with_objective().get(objective__code="B1")


def test_register_says_in_which_regions_no_action_is_known(a2):
    code, slugs = "register-in-every-region", set(Region.objects.large().values_list("slug", flat=True))
    assert len(state(a2, code).names) == len(slugs)
    RegisterItemFactory(type="action", regions=[region("africa")])
    RegisterItemFactory(type="literature", regions=[region("asia")])
    RegisterItemFactory(type="project")
    RegisterItemFactory(type="project", task_force=b1(), regions=[region("europe")])
    names = state(a2, code).names
    assert "Africa" not in names and {"Asia", "Europe"} <= set(names)
    with translation.override("fr"):
        assert "Asie" in state(a2, code).names
    others = [region(slug) for slug in slugs - {"africa"}]
    item = RegisterItemFactory(type="project", regions=others)
    assert state(a2, code).is_there and state(a2, code).names == []
    item.withdraw(by=None, reason="It never began.")
    assert not state(a2, code).is_there


def test_gaps_are_named_as_long_as_one_is_not_closed(a2):
    GapFactory(task_force=b1())
    assert not state(a2, "gaps-named").is_there
    gap = GapFactory()
    assert state(a2, "gaps-named").is_there
    gap.address(by=None, outcome="A project.")
    assert state(a2, "gaps-named").is_there
    gap.reopen(by=None)
    gap.close(by=None, reason="No gap.")
    assert not state(a2, "gaps-named").is_there


def test_planning_meeting_counts_when_it_was_held(a2, amina):
    code, kind = "planning-meeting-held", Meeting.Kind.PLANNING
    begun_meeting(by=amina).take_attendance([amina], by=amina)
    begun_meeting("B1", kind=kind, by=amina).take_attendance([], by=amina)
    planned = begun_meeting(kind=kind, by=amina)
    assert not state(a2, code).is_there
    planned.take_attendance([amina], by=amina)
    assert state(a2, code).is_there


def test_ideas_are_proposed_unless_withdrawn(a2, amina):
    IdeaFactory(task_force=b1())
    idea = IdeaFactory()
    assert state(a2, "ideas-proposed").is_there
    idea.set_aside("Elsewhere.", by=amina)
    assert state(a2, "ideas-proposed").is_there
    idea.take_up(by=amina)
    idea.withdraw(by=idea.author)
    assert not state(a2, "ideas-proposed").is_there


def test_project_team_counts_while_it_is_formed(a2):
    formed_team(IdeaFactory(task_force=b1()))
    team()
    assert not state(a2, "project-team-formed").is_there
    made = formed_team()
    assert state(a2, "project-team-formed").is_there
    made.members.last().end(by=None)
    assert not state(a2, "project-team-formed").is_there


def test_leaders_word_counts_where_the_platform_sees_nothing(a2, amina):
    attested(a2, "register-in-every-region", by=amina)
    assert state(a2, "register-in-every-region").is_there


def test_task_force_moves_on_by_facts_alone(a2, amina):
    position = at_stage(a2, 2)
    assert a2 not in ready_to_move_on(TaskForce.objects.all())
    GapFactory(), IdeaFactory()
    assert set(ready_to_move_on(TaskForce.objects.all())) == {a2}
    assert position.move_on(by=amina).stage.number == 3


def test_cycle_page_offers_no_word_where_facts_tell(client, a2, amina):
    at_stage(a2, 2)
    client.force_login(amina)
    path = "/en/task-forces/a2/cycle/"
    attest = reverse("taskforces:attest", args=["a2", Output.objects.get(code="gaps-named").pk])
    assert attest in client.get(path).content.decode()
    GapFactory()
    page = client.get(path).content.decode()
    assert attest not in page and "Told by the platform" in page
