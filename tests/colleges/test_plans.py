"""The plan of action of a college: kept by its Bureau, carried out by whoever sees to an action."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from colleges.figures import done_per_objective
from colleges.models import Action, BureauMandate, College
from core.models import Activity
from home.duties import duties
from notifications.models import Notice
from objectives.models import Objective
from tests.factories.rooms import ActionFactory

pytestmark = pytest.mark.django_db


def heard(action, verb):
    """Who hears of it."""
    activity = Activity.objects.about(action).filter(verb=verb).first()
    Notice.objects.announce(activity.pk)
    return [notice.recipient for notice in Notice.objects.filter(activity=activity)]


def test_action_goes_from_planned_to_done(action, nuria):
    action.begin(by=nuria)
    assert action.state == "under_way"
    with pytest.raises(ValidationError, match="under way already"):
        action.begin(by=nuria)
    action.complete(by=nuria)
    assert action.state == "done" and action.closed_at
    with pytest.raises(ValidationError, match="over already"):
        action.complete(by=nuria)
    with pytest.raises(ValidationError, match="take it up again"):
        action.change(title="Other", by=nuria)


def test_action_is_dropped_with_a_reason_and_taken_up_again(action, carla):
    with pytest.raises(ValidationError, match="Say why"):
        action.drop(" ", by=carla)
    assert Action.objects.get().is_open
    action.drop("Others do it.", by=carla)
    assert (action.state, action.reason) == ("dropped", "Others do it.")
    action.take_up(by=carla)
    assert (action.state, action.reason, action.closed_at) == ("planned", "", None)
    with pytest.raises(ValidationError, match="still to be done"):
        action.take_up(by=carla)


def test_bureau_and_secretariat_plan_the_owner_carries_out(action, carla, nuria, sofia, bruno, college):
    for person, plans, carries_out in (
        (carla, True, True),
        (sofia, True, True),
        (nuria, False, True),
        (bruno, False, False),
    ):
        assert person.has_perm("colleges.plan_action", college) is plans
        assert person.has_perm("colleges.change_action", action) is plans
        assert person.has_perm("colleges.drop_action", action) is plans
        assert person.has_perm("colleges.carry_out_action", action) is carries_out
    other = College.objects.exclude(pk=college.pk).first()
    assert not carla.has_perm("colleges.plan_action", other)
    BureauMandate.objects.get().end(by=None, reason="So.")
    assert not carla.has_perm("colleges.plan_action", college)


def test_plan_is_read_by_those_who_may_enter_the_space(action, carla, nuria, sofia, bruno, victor, cast):
    for person, sees in ((carla, True), (nuria, True), (sofia, True), (bruno, False), (victor, False)):
        assert Action.objects.visible_to(person).contains(action) is sees
    cast.fundacion.suspend(by=None, reason="Unpaid.")
    assert not Action.objects.visible_to(nuria).exists()


def test_only_somebody_of_the_college_sees_to_an_action(action, college, bruno, carla):
    with pytest.raises(ValidationError, match="belongs to this college") as refused:
        ActionFactory(college=college, owner=bruno)
    assert "owner" in refused.value.message_dict
    with pytest.raises(ValidationError, match="belongs to this college"):
        action.change(owner=bruno, by=carla)
    assert Action.objects.get().owner != bruno


def test_owner_who_has_left_the_college_does_not_hinder_other_changes(action, nuria, carla):
    nuria.affiliations.get().end(by=None)
    action.change(title="Write three letters", owner=nuria, by=carla)
    assert Action.objects.get().title == "Write three letters"


def test_each_thing_is_planned_once(action, college, carla):
    with pytest.raises(ValidationError, match="in the plan already"):
        ActionFactory(college=college, title=action.title)
    action.complete(by=carla)
    ActionFactory(college=college, title=action.title)
    with pytest.raises(ValidationError, match="in the plan already"):
        action.take_up(by=carla)
    ActionFactory(title=action.title)


@pytest.mark.parametrize("day", [date(1, 1, 1), date(1999, 12, 31), date(9999, 12, 31)])
def test_day_lies_within_reach(college, day):
    with pytest.raises(ValidationError, match="between the years"):
        ActionFactory(college=college, due_on=day)


def test_state_and_moment_belong_together(action):
    for wrong in ({"state": "done"}, {"closed_at": timezone.now()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Action.objects.filter(pk=action.pk).update(**wrong)


def test_change_that_changes_nothing_leaves_no_trace(action, nuria, carla):
    objective = Objective.objects.get(code="A2")
    action.change(title=action.title, owner=nuria, objectives=[], by=carla)
    assert not Activity.objects.about(action).filter(verb="changed").exists()
    action.change(objectives=[objective], by=carla)
    assert Activity.objects.about(action).get(verb="changed").data["fields"] == ["objectives"]
    assert list(action.objectives.all()) == [objective]


def test_owner_has_it_among_her_duties_until_it_is_done(action, nuria, carla):
    action.change(due_on=timezone.localdate() + timedelta(days=3), by=carla)
    [duty] = [each for each in duties(nuria) if each.url == action.get_absolute_url()]
    assert action.title in duty.about and duty.due is not None
    assert not [each for each in duties(carla) if each.url == action.get_absolute_url()]
    action.complete(by=nuria)
    assert not [each for each in duties(nuria) if each.url == action.get_absolute_url()]


def test_whoever_has_left_the_college_has_no_duty_there(action, nuria):
    nuria.affiliations.get().end(by=None)
    assert not [each for each in duties(nuria) if each.url == action.get_absolute_url()]


def test_owner_hears_that_it_is_hers_dropped_or_taken_up(action, nuria, carla):
    assert heard(action, "planned") == [nuria]
    action.change(owner=carla, by=nuria)
    assert heard(action, "changed") == [carla]
    action.drop("So.", by=nuria)
    assert heard(action, "dropped") == [carla]
    action.take_up(by=nuria)
    assert heard(action, "taken_up") == [carla]


def test_nobody_hears_who_may_no_longer_read_it_nor_of_other_words(action, nuria, carla):
    action.change(text="More words.", by=carla)
    assert heard(action, "changed") == []
    nuria.affiliations.get().end(by=None)
    assert heard(action, "planned") == []


def test_figures_count_what_is_done_for_each_objective(college, carla):
    a2, b1 = Objective.objects.get(code="A2"), Objective.objects.get(code="B1")
    done, dropped = ActionFactory(college=college, objectives=[a2, b1]), ActionFactory(objectives=[a2])
    ActionFactory(objectives=[a2])
    ActionFactory()
    done.complete(by=carla)
    dropped.drop("So.", by=carla)
    assert done_per_objective() == {"A2": (1, 2), "B1": (1, 1)}


def test_erased_person_sees_to_nothing_that_is_still_to_be_done(action, nuria, college, carla):
    done = ActionFactory(college=college, owner=nuria)
    done.complete(by=carla)
    nuria.erase(by=nuria)
    assert Action.objects.open().get().owner is None
    assert Action.objects.done().get().owner == nuria
