"""A veto stands above everything: group, rule, superuser."""

import pytest

from taskforces.models import Role
from tests.factories import ApplicationFactory

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


def test_veto_also_holds_in_lists_of_permissions(superuser):
    application = ApplicationFactory(person=superuser)
    assert not superuser.has_perms(["taskforces.view_application", "taskforces.decide_application"], application)
