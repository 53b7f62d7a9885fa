"""The log of what happened: written once, by a verb, with its source, and final."""

from datetime import timedelta

import pytest
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone

from core.models import Activity
from core.source import acting_from
from taskforces.tasks import remind_of_waiting_applications
from tests.factories import ApplicationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity(a2, sofia):
    return a2.record("opened", by=sofia, words="before")


@pytest.mark.parametrize(
    "values",
    [
        {"verb": "closed"},
        {"data": {"words": "after"}},
        {"source": "job"},
        {"object_id": 1},
        {"created_at": "2020-01-01T00:00:00Z"},
    ],
)
def test_database_refuses_to_change_what_happened(activity, values):
    with pytest.raises(ProgrammingError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(**values)
    for field, value in values.items():
        setattr(activity, field, value)
    with pytest.raises(ProgrammingError), transaction.atomic():
        activity.save()


def test_nobody_else_can_be_said_to_have_done_it(activity, victor):
    with pytest.raises(ProgrammingError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(actor=victor)


def test_who_did_it_can_be_forgotten(activity):
    Activity.objects.filter(pk=activity.pk).update(actor=None)
    activity.refresh_from_db()
    assert activity.actor is None


def test_what_has_been_announced_stays_announced(activity):
    Activity.objects.filter(pk=activity.pk).update(announced_at="2026-01-01T00:00:00Z")
    with pytest.raises(ProgrammingError), transaction.atomic():
        Activity.objects.filter(pk=activity.pk).update(announced_at=None)


def test_database_refuses_to_delete_what_happened(activity):
    with pytest.raises(ProgrammingError), transaction.atomic():
        activity.delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Activity.objects.all().delete()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE core_activity SET verb = 'closed'", "DELETE FROM core_activity"],
)
def test_raw_sql_is_refused_as_well(activity, statement):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_only_the_secretariat_reads_the_log(sofia, amina, victor):
    assert sofia.has_perm("core.view_activity")
    assert not amina.has_perm("core.view_activity")
    assert not victor.has_perm("core.view_activity")


def test_nobody_has_a_permission_to_write_the_log(sofia):
    for action in ("add", "change", "delete"):
        assert not sofia.has_perm(f"core.{action}_activity")


# -- Where it came from


def test_command_is_the_source_unless_said_otherwise(a2):
    assert a2.record("opened", by=None).source == Activity.Source.COMMAND


@pytest.mark.parametrize("source", Activity.Source.values)
def test_source_is_what_surrounds_the_verb(a2, source):
    with acting_from(source):
        assert a2.record("opened", by=None).source == source
    assert a2.record("opened", by=None).source == Activity.Source.COMMAND


def test_source_returns_after_an_error(a2):
    with pytest.raises(RuntimeError), acting_from("import"):
        raise RuntimeError
    assert a2.record("opened", by=None).source == Activity.Source.COMMAND


def test_page_is_the_source_of_what_a_page_does(client, amina, victor):
    application = ApplicationFactory(person=victor)
    client.force_login(amina)
    client.post(f"/en/task-forces/a2/applications/{application.pk}/accept/")
    assert Activity.objects.about(application).get().source == Activity.Source.PAGE


def test_job_is_the_source_of_what_a_task_does(victor, amina, time_machine):
    application = ApplicationFactory(person=victor)
    time_machine.move_to(timezone.now() + timedelta(days=8))
    remind_of_waiting_applications()
    assert Activity.objects.about(application).get().source == Activity.Source.JOB
