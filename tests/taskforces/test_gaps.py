"""Gaps: named from what the register does not hold, supported, answered, closed."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from notifications.wording import Wording
from taskforces.models import Gap, GapSupport
from taskforces.tasks import tell_of_gaps
from tests.factories import UserFactory
from tests.factories.register import GapFactory, region

pytestmark = pytest.mark.django_db


def test_gap_is_named_once_while_it_is_open(a2, amina, mila):
    facts = {"statement": "Nobody  measures parklands", "region": region("africa"), "type": "project"}
    gap = Gap.name(a2, by=mila, **facts)
    assert gap.statement == "Nobody measures parklands"
    with pytest.raises(ValidationError, match="named already"):
        Gap.name(a2, by=amina, **facts | {"statement": "nobody measures PARKLANDS"})
    Gap.name(a2, by=amina, **facts | {"region": None})
    with pytest.raises(ValidationError, match="named already"):
        Gap.name(a2, by=amina, **facts | {"region": None})
    gap.close(by=amina, reason="There is one in Mali.")
    Gap.name(a2, by=amina, **facts)
    with pytest.raises(ValidationError, match="named already"):
        gap.reopen(by=mila)


def test_gap_says_what_is_missing(a2, amina):
    for facts in ({"statement": " "}, {"statement": "x" * 201}, {"statement": "X", "type": "poem"}):
        with pytest.raises(ValidationError):
            Gap.name(a2, by=amina, **facts)


def test_everybody_of_the_task_force_supports_a_gap_once(a2, amina, mila):
    gap = GapFactory(named_by=mila)
    for _time in range(2):
        gap.support(by=amina)
    assert gap.supports.count() == 1
    assert Activity.objects.about(gap).filter(verb="supported").count() == 1
    assert Gap.objects.with_support(amina).get().is_supported
    assert not Gap.objects.with_support(mila).get().is_supported
    with pytest.raises(ValidationError, match="named this gap yourself"):
        gap.support(by=mila)
    for _time in range(2):
        gap.drop_support(by=amina)
    assert not gap.supports.exists()
    with pytest.raises(IntegrityError), transaction.atomic():
        GapSupport.objects.bulk_create([GapSupport(gap=gap, person=amina)] * 2)


def test_settled_gap_takes_no_support_and_is_settled_once(amina, mila):
    gap = GapFactory(named_by=mila)
    gap.address(by=amina, outcome="A project in Mali.")
    assert (gap.status, gap.outcome) == ("addressed", "A project in Mali.")
    assert gap.settled_at
    for verb, facts in (
        ("support", {}),
        ("drop_support", {}),
        ("close", {"reason": "x"}),
        ("address", {"outcome": "x"}),
    ):
        with pytest.raises(ValidationError, match="Amina Diallo has already marked"):
            getattr(gap, verb)(by=amina, **facts)
    gap.reopen(by=mila)
    assert gap.is_open and not gap.settled_at and not gap.outcome
    with pytest.raises(ValidationError, match="is open"):
        gap.reopen(by=mila)
    gap.close(by=mila, reason="It is none.")
    with pytest.raises(ValidationError, match="Mila Brandt has already closed"):
        gap.close(by=amina, reason="x")


def test_who_may_do_what_with_a_gap(a2, amina, fatou, mila, bruno, victor, sofia):
    gap = GapFactory(named_by=mila)
    people = (amina, fatou, mila, bruno, victor, sofia)

    def may(permission, obj):
        return [person for person in people if person.has_perm(f"taskforces.{permission}", obj)]

    assert may("name_gap", a2) == [amina, fatou, mila, sofia]
    assert may("settle_gap", gap) == [amina, mila, sofia]
    assert may("support_gap", gap) == [amina, fatou, mila]
    assert [person for person in people if Gap.objects.visible_to(person).contains(gap)] == [*people[:4], sofia]


def test_leader_hears_of_new_gaps_at_most_once_a_week(a2, amina, mila, time_machine):
    GapFactory(named_by=mila, statement="Nobody measures parklands")
    GapFactory(named_by=amina, statement="What she knows")
    for _run in range(2):
        tell_of_gaps()
    told = Activity.objects.about(a2).filter(verb="gaps_gathered")
    assert told.count() == 1
    Notice.objects.announce(told.get().pk)
    notice = Notice.objects.get(activity=told.get())
    assert notice.recipient == amina
    assert "Nobody measures parklands" in Wording(notice).body
    assert "What she knows" not in Wording(notice).body
    GapFactory(named_by=mila)
    tell_of_gaps()
    assert told.count() == 1
    time_machine.move_to(timezone.now() + timedelta(days=8))
    tell_of_gaps()
    assert told.count() == 2
    assert not Gap.objects.untold().exists()


def test_gaps_wait_for_a_leader(a2, mila):
    GapFactory(named_by=mila)
    tell_of_gaps()
    assert not Activity.objects.about(a2).filter(verb="gaps_gathered").exists()
    assert Gap.objects.untold().exists()


def test_superuser_outside_the_task_force_supports_nothing(a2):
    root = UserFactory(is_superuser=True, is_staff=True)
    assert root.has_perm("taskforces.settle_gap", GapFactory())
    assert not root.has_perm("taskforces.support_gap", GapFactory())
