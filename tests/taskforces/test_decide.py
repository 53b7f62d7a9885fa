"""The decision on an application."""

import pytest
from django.core.exceptions import ValidationError

from taskforces.models import Application, Role
from tests.factories import ApplicationFactory


def test_leader_accepts_and_the_applicant_becomes_team_member(amina, victor, a2):
    application = ApplicationFactory(person=victor)
    application.accept(by=amina)
    assert application.status == Application.Status.ACCEPTED
    assert a2.seats.open().get(person=victor).role == Role.MEMBER


def test_second_decider_hears_who_was_first(amina, sofia, victor):
    application = ApplicationFactory(person=victor)
    Application.objects.get(pk=application.pk).accept(by=amina)
    with pytest.raises(ValidationError, match="Amina Diallo"):
        application.decline(reason="Too late", by=sofia)


def test_declining_needs_a_reason(amina, victor):
    with pytest.raises(ValidationError):
        ApplicationFactory(person=victor).decline(reason=" ", by=amina)


def test_nobody_decides_on_her_own_application(sofia):
    application = ApplicationFactory(person=sofia)
    assert not sofia.has_perm("taskforces.decide_application", application)
    sofia.is_superuser = True
    assert not sofia.has_perm("taskforces.decide_application", application)


def test_leader_loses_the_right_with_her_organisation(amina, victor, cast, sofia):
    application = ApplicationFactory(person=victor)
    assert amina.has_perm("taskforces.decide_application", application)
    cast.afris.leave(by=sofia, reason="ended")
    assert not amina.has_perm("taskforces.decide_application", application)


def test_leader_does_not_fall_to_member_by_the_way(amina, sofia, a2):
    application = ApplicationFactory(person=amina)
    with pytest.raises(ValidationError, match="already has a seat"):
        application.accept(by=sofia)
    assert a2.seats.open().get(person=amina).role == Role.LEADER
