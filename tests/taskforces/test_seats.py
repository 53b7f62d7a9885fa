"""Who may be given a seat, and what follows from holding one."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from regions.models import Region
from taskforces.models import Application, Role, Seat, TaskForce
from tests.factories import ApplicationFactory

CLOSED = "The account of this person is closed"
TWICE = "already has a seat"


def of_a2(person):
    """A2 as a page loads it for `person`."""
    return TaskForce.objects.with_standing_of(person).get(objective__code="A2")


@pytest.mark.parametrize("role", [Role.LEADER, Role.MEMBER])
def test_closed_account_is_given_no_seat(a2, bruno, sofia, role):
    bruno.deactivate(by=sofia, reason="Sent advertisements.")
    with pytest.raises(ValidationError, match=CLOSED):
        a2.seat(bruno, role, by=sofia)
    assert not Seat.objects.filter(person=bruno).exists()


def test_closed_account_is_neither_accepted_nor_nominated(a2, amina, bruno, carla, sofia):
    member, leader = ApplicationFactory(person=bruno), ApplicationFactory(person=carla, role=Role.LEADER)
    for person in (bruno, carla):
        person.deactivate(by=sofia, reason="Sent advertisements.")
    with pytest.raises(ValidationError, match=CLOSED):
        member.accept(by=amina)
    with pytest.raises(ValidationError, match=CLOSED):
        leader.nominate(by=sofia)
    assert Application.objects.waiting().count() == 2


def test_leader_reads_why_a_closed_account_is_not_accepted(client, amina, victor, sofia):
    application = ApplicationFactory(person=victor)
    victor.deactivate(by=sofia, reason="Sent advertisements.")
    client.force_login(amina)
    page = client.post(reverse("taskforces:accept", args=["a2", application.pk]), follow=True)
    assert CLOSED in page.content.decode()


def test_flagged_seat_of_a_closed_account_is_ended_and_not_turned(client, a2, amina, sofia):
    amina.deactivate(by=sofia, reason="Sent advertisements.")
    seat = Seat.objects.get(person=amina)
    with pytest.raises(ValidationError, match=CLOSED):
        seat.turn_into_membership(by=sofia)
    client.force_login(sofia)
    page = client.get(reverse("admin:taskforces_seat_change", args=[seat.pk]))
    assert [item["verb"].name for item in page.context_data["verbs"]] == ["end"]
    assert Seat.objects.get(pk=seat.pk).is_open


def test_leader_who_may_lead_is_not_turned_into_a_member(a2, amina, sofia):
    with pytest.raises(ValidationError, match="may hold the seat"):
        a2.seats.get(person=amina).turn_into_membership(by=sofia)


def test_leader_does_not_become_member_by_the_way(a2, amina):
    with pytest.raises(ValidationError, match=TWICE):
        a2.seat(amina, Role.MEMBER, by=None)
    assert a2.role_of(amina) == Role.LEADER


def test_nobody_is_given_the_seat_she_has(a2, fatou):
    with pytest.raises(ValidationError, match=TWICE):
        a2.seat(fatou, Role.REPRESENTATIVE, region=Region.objects.get(slug="africa"), by=None)


def test_representative_of_one_region_may_move_to_another(a2, fatou):
    a2.seat(fatou, Role.REPRESENTATIVE, region=Region.objects.get(slug="asia"), by=None)
    assert a2.seats.open().get(person=fatou).region.slug == "asia"


def test_task_force_loaded_for_a_person_gives_the_same_answers(a2, cast, sofia):
    amina, fatou, victor = cast.amina, cast.fatou, cast.victor
    a2.seat(victor, Role.MEMBER, by=None)
    cast.afris.suspend(by=sofia, reason="Unpaid.")
    for person in (amina, fatou, victor, sofia):
        assert of_a2(person).role_of(person) == a2.role_of(person)
        assert of_a2(person).is_home_of(person) == a2.is_home_of(person)
    assert (a2.role_of(amina), a2.role_of(fatou), a2.role_of(victor)) == (None, Role.REPRESENTATIVE, Role.MEMBER)
    assert a2.is_home_of(amina)


def test_task_force_loaded_for_one_person_answers_truly_for_another(a2, amina, victor):
    assert of_a2(victor).role_of(amina) == Role.LEADER
    assert of_a2(amina).role_of(victor) is None
    assert not victor.has_perm("taskforces.view_members_taskforce", of_a2(amina))


def test_rights_end_between_two_requests(client, cast, sofia):
    members = reverse("taskforces:applications", args=["a2"])
    client.force_login(cast.amina)
    assert client.get(members).status_code == 200
    cast.afris.suspend(by=sofia, reason="Unpaid.")
    assert client.get(members).status_code == 403


@pytest.mark.parametrize("name", ["amina", "fatou", "sofia"])
@pytest.mark.parametrize("page", ["applications", "members"])
def test_lists_ask_few_questions_of_everybody(client, cast, django_assert_max_num_queries, name, page):
    cast.amina, cast.fatou  # noqa: B018
    for person in (cast.victor, cast.bruno):
        ApplicationFactory(person=person)
    client.force_login(getattr(cast, name))
    path = reverse(f"taskforces:{page}", args=["a2"])
    client.get(path)
    with django_assert_max_num_queries(8):
        assert client.get(path).status_code == 200
