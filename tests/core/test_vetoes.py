"""A veto stands above everything: group, rule, superuser."""

import pytest

from taskforces.models import Role
from tests.factories import AffiliationFactory, ApplicationFactory
from tests.factories.candidates import call_for, candidate, stated
from tests.factories.meetings import meeting_of
from tests.factories.practices import PracticeFactory
from tests.factories.projects import team

pytestmark = pytest.mark.django_db


@pytest.fixture
def superuser(victor):
    victor.is_superuser = victor.is_staff = True
    victor.save(update_fields=["is_superuser", "is_staff"])
    return victor


@pytest.mark.parametrize("permission", ["taskforces.decide_application", "taskforces.nominate_application"])
def test_superuser_does_not_decide_on_the_own_application(superuser, permission):
    assert superuser.has_perm(permission, ApplicationFactory())
    assert not superuser.has_perm(permission, ApplicationFactory(person=superuser))


def test_secretariat_does_not_decide_on_the_own_application(sofia):
    assert sofia.has_perm("taskforces.nominate_application", ApplicationFactory(role=Role.LEADER))
    assert not sofia.has_perm("taskforces.nominate_application", ApplicationFactory(person=sofia))


def test_leader_does_not_decide_on_the_own_application(amina):
    assert not amina.has_perm("taskforces.decide_application", ApplicationFactory(person=amina))


@pytest.mark.parametrize("permission", ["taskforces.answer_application", "taskforces.withdraw_application"])
def test_nobody_answers_or_withdraws_for_somebody_else(superuser, sofia, bruno, permission):
    application = ApplicationFactory(person=bruno)
    assert bruno.has_perm(permission, application)
    assert not superuser.has_perm(permission, application)
    assert not sofia.has_perm(permission, application)


def test_superuser_supports_nobody_writes_nothing_in_anothers_place_and_renews_not_herself(superuser, a2, sofia):
    own, other = candidate(call_for(a2), superuser), stated(candidate(call_for(a2)))
    seat = a2.seat(superuser, Role.MEMBER, by=None)
    assert not superuser.has_perm("taskforces.support_application", own)
    assert not superuser.has_perm("taskforces.comment_application", own)
    assert superuser.has_perm("taskforces.comment_application", other)
    assert not superuser.has_perm("taskforces.write_statement", other.statement)
    assert not superuser.has_perm("taskforces.renew_seat", seat)
    assert not sofia.has_perm("taskforces.wish_renewal_seat", seat)
    assert not sofia.has_perm("taskforces.support_application", other)


def test_nobody_says_for_somebody_else_that_she_comes(superuser, sofia, amina):
    meeting = meeting_of(by=amina)
    assert amina.has_perm("events.answer_meeting", meeting)
    assert not superuser.has_perm("events.answer_meeting", meeting)
    assert not sofia.has_perm("events.answer_meeting", meeting)


def test_veto_also_holds_in_lists_of_permissions(superuser):
    application = ApplicationFactory(person=superuser)
    assert not superuser.has_perms(["taskforces.view_application", "taskforces.decide_application"], application)


def test_nobody_speaks_for_somebody_else_about_ideas_and_teams(superuser, sofia):
    place = team().members.get()
    comment = place.team.idea.comment("Which trees?", language="en", by=place.person)
    for permission, obj, own in (
        ("projects.change_idea", place.team.idea, place.team.idea.author),
        ("projects.withdraw_idea", place.team.idea, place.team.idea.author),
        ("projects.edit_comment", comment, place.person),
        ("projects.remove_comment", comment, place.person),
        ("projects.answer_teammember", place, place.person),
        ("projects.leave_teammember", place, place.person),
    ):
        assert own.has_perm(permission, obj)
        assert not superuser.has_perm(permission, obj) and not sofia.has_perm(permission, obj)


@pytest.mark.parametrize("verb", ["review", "reject", "publish"])
def test_nobody_judges_what_she_wrote_or_her_organisation_brings(superuser, sofia, amina, verb, cast):
    AffiliationFactory(person=sofia, partner=cast.afris)
    permission = f"practices.{verb}_practice"
    assert superuser.has_perm(permission, PracticeFactory()) and sofia.has_perm(permission, PracticeFactory())
    assert not superuser.has_perm(permission, PracticeFactory(author=superuser))
    assert not sofia.has_perm(permission, PracticeFactory(author=amina, organisation=cast.afris))


def test_right_that_was_assigned_ends_when_the_reviewer_comes_to_belong_to_the_organisation(sofia, amina, bruno, cast):
    practice = PracticeFactory(author=amina, organisation=cast.afris, status="submitted")
    practice.assign_reviewer(bruno, by=sofia)
    assert bruno.has_perm("practices.review_practice", practice)
    AffiliationFactory(person=bruno, partner=cast.afris)
    assert not bruno.has_perm("practices.review_practice", practice)


def test_licence_and_names_are_given_by_who_writes(superuser, sofia, victor, bruno):
    practice = PracticeFactory(author=bruno)
    assert bruno.has_perm("practices.submit_practice", practice)
    assert not superuser.has_perm("practices.submit_practice", practice)
    assert not sofia.has_perm("practices.submit_practice", practice)
