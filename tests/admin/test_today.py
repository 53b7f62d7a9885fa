"""The first page of the secretariat: what waits, since when, and the list of exactly that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from core.models import Activity
from notifications.models import Mail, Notice
from partners.models import Affiliation
from taskforces.models import Role, TaskForce
from tests.accounts.seconds import set_up_app
from tests.factories import ApplicationFactory, PartnerFactory, UserFactory, partner_person


def days_ago(days):
    return timezone.now() - timedelta(days=days)


@pytest.fixture
def busy_house(cast):
    """Something of each kind waits."""
    assert cast.amina and cast.fatou  # they step on stage
    for days in (1, 9, 12):
        ApplicationFactory(person=UserFactory(), submitted_at=days_ago(days))
    candidate = ApplicationFactory(
        person=cast.bruno,
        role=Role.LEADER,
        task_force=TaskForce.objects.get(objective__code="B1"),
        submitted_at=days_ago(3),
    )
    Affiliation.objects.request(UserFactory(), PartnerFactory(), by=None)
    Affiliation.objects.request(UserFactory(), cast.carla.organisations[0], by=None)
    PartnerFactory(status="candidate")
    cast.afris.suspend(by=cast.sofia, reason="Unpaid.")
    activity = candidate.record("submitted", by=cast.bruno)
    notice = Notice.objects.create(recipient=cast.victor, activity=activity, audience="decider")
    Mail.objects.create(notice=notice, status=Mail.Status.FAILED, created_at=days_ago(2))
    Activity.objects.update(announced_at=timezone.now())
    return cast


def test_counts_and_lists_agree(client, busy_house):
    client.force_login(busy_house.sofia)
    page = client.get("/admin/")
    numbers = {str(item.title): item.number for item in page.context_data["waiting"]}
    assert numbers == {
        "Candidates to nominate": 1,
        "Applications waiting for more than 7 days": 2,
        "All applications waiting for an answer": 4,
        "People to confirm, organisation without focal point": 1,
        "All people to confirm": 2,
        "Seats vacant, to be confirmed": 1,
        "Task forces without leader": 24,
        "Mails failed or unsure": 1,
        "Organisations that are candidates": 1,
        "Organisations nobody speaks for": 3,
        "Leader meetings to plan this year": 3,
    }
    assert not page.context_data["urgent"]
    for item in page.context_data["waiting"]:
        if str(item.title) == "Leader meetings to plan this year":  # its list shows those that are planned
            assert client.get(item.url).context_data["cl"].result_count == 0
            continue
        assert client.get(item.url).context_data["cl"].result_count == item.number, item.title


def test_age_is_that_of_the_oldest(client, busy_house):
    client.force_login(busy_house.sofia)
    since = {str(item.title): item.since for item in client.get("/admin/").context_data["waiting"]}
    assert (timezone.now() - since["All applications waiting for an answer"]).days == 12
    assert (timezone.now() - since["Candidates to nominate"]).days == 3
    assert (timezone.now() - since["Seats vacant, to be confirmed"]).seconds < 60


def test_page_needs_few_queries(client, busy_house, settings, django_assert_max_num_queries):
    settings.SECOND_FACTOR_REQUIRED = True
    set_up_app(busy_house.sofia)
    client.force_login(busy_house.sofia)
    client.get("/admin/")
    with django_assert_max_num_queries(12):
        client.get("/admin/")


def test_stuck_worker_is_said_first(client, busy_house):
    client.force_login(busy_house.sofia)
    Mail.objects.update(status=Mail.Status.WAITING, due_at=timezone.now() - timedelta(minutes=11))
    page = client.get("/admin/")
    assert [str(item.title) for item in page.context_data["urgent"]] == ["Notices and mails are stuck"]
    assert 'role="alert"' in page.content.decode()


def test_nothing_waits(client, sofia, settings):
    settings.LEADER_MEETINGS_PER_YEAR = 0
    for task_force in TaskForce.objects.all():
        task_force.seat(partner_person(), Role.LEADER, by=sofia)
    Affiliation.objects.update(is_focal_point=True)
    Activity.objects.update(announced_at=timezone.now())
    client.force_login(sofia)
    assert "Nothing waits" in client.get("/admin/").content.decode()
