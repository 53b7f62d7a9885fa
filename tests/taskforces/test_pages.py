"""The public pages of the task forces, and the members for those who belong."""

import pytest
from django.urls import reverse

from accounts.models import Consent
from taskforces.models import Role
from tests.factories import ApplicationFactory, UserFactory, partner_person

LIST = reverse("taskforces:list")
DETAIL = reverse("taskforces:detail", args=["a2"])
MEMBERS = reverse("taskforces:members", args=["a2"])


def fill(task_force, number):
    """`number` team members, each of an organisation of their own and named in rosters."""
    for _number in range(number):
        person = partner_person()
        person.consent(Consent.Purpose.ROSTERS, by=person)
        task_force.seat(person, Role.MEMBER, by=None)


def test_list_has_every_task_force_under_its_goal(client, amina):
    response = client.get(LIST)
    assert [len(goal.list) for goal in grouped(response)] == [6, 4, 4, 4, 3, 3]
    html = response.content.decode()
    assert "Led by AFRIS" in html
    assert html.count("Leader wanted") == 23


def grouped(response):
    """The rosters of the list by goal."""
    from itertools import groupby
    from types import SimpleNamespace

    rosters = response.context["rosters"]
    goals = groupby(rosters, key=lambda roster: roster.task_force.objective.goal.code)
    return [SimpleNamespace(code=code, list=list(found)) for code, found in goals]


def test_list_names_the_regions_that_are_open(client, fatou):
    html = client.get(LIST).content.decode()
    assert "Seats open: Americas, Asia, Europe, Oceania" in " ".join(html.split())


def test_list_tells_the_reader_where_she_stands(client, amina, victor):
    ApplicationFactory(person=victor)
    client.force_login(victor)
    assert "Your request" in client.get(LIST).content.decode()
    client.force_login(amina)
    assert "You lead it" in client.get(LIST).content.decode()


def test_closed_task_force_offers_no_joining(client, a2, victor):
    a2.is_joining_open = False
    a2.save()
    assert "Joining is closed" in client.get(LIST).content.decode()
    html = client.get(DETAIL).content.decode()
    assert "does not take new members" in html
    assert "Stand for it" not in html


def test_detail_says_who_leads_what_to_do_and_how(client, amina, a2):
    a2.purpose_en = "We turn ideas into projects."
    a2.save()
    html = client.get(DETAIL).content.decode()
    for words in ("Project Development", "We turn ideas into projects.", "AFRIS", "Name not shown", "Seat open",
                  "Three ways to take part", "Contribute to the design of projects", "How joining works"):  # fmt: skip
        assert words in html


def test_detail_names_members_by_their_consent_only(client, a2):
    shown, hidden = partner_person(name="Shown Person"), partner_person(name="Hidden Person")
    shown.consent(Consent.Purpose.ROSTERS, by=shown)
    for person in (shown, hidden):
        a2.seat(person, Role.MEMBER, by=None)
    html = client.get(DETAIL).content.decode()
    assert "Shown Person" in html
    assert "Hidden Person" not in html


@pytest.mark.parametrize(
    "path", ["/en/task-forces/a9/", "/en/task-forces/zz/", "/en/task-forces/a2%00/", f"/en/task-forces/{'a' * 3000}/"]
)
def test_unknown_task_force_is_not_found(client, db, path):
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("path", [LIST, DETAIL])
def test_public_pages_only_answer_reading(client, db, path):
    assert client.post(path).status_code == 405


def test_members_read_each_other_by_name(client, amina, fatou):
    client.force_login(fatou)
    html = client.get(MEMBERS).content.decode()
    assert "Amina Diallo" in html
    assert "End the seat" not in html


def test_members_are_hidden_from_strangers_and_outsiders(client, amina, victor):
    assert client.get(MEMBERS).url.startswith(reverse("account_login"))
    client.force_login(victor)
    assert client.get(MEMBERS).status_code == 403


def test_leader_ends_the_seat_of_a_member(client, amina, victor, a2):
    seat = a2.seat(victor, Role.MEMBER, by=None)
    client.force_login(amina)
    response = client.post(reverse("taskforces:seat-end", args=["a2", seat.pk]), follow=True)
    assert response.redirect_chain[-1][0] == MEMBERS
    assert not a2.seats.open().filter(person=victor).exists()


def test_member_leaves_and_comes_back_to_the_public_page(client, amina, victor, a2):
    seat = a2.seat(victor, Role.MEMBER, by=None)
    client.force_login(victor)
    response = client.post(reverse("taskforces:seat-end", args=["a2", seat.pk]), follow=True)
    assert response.redirect_chain[-1][0] == DETAIL
    assert "You have left this task force." in response.content.decode()


def test_only_the_leader_and_the_person_end_a_seat(client, amina, fatou, carla, victor, a2):
    seat = a2.seat(victor, Role.MEMBER, by=None)
    path = reverse("taskforces:seat-end", args=["a2", seat.pk])
    for person, status in ((fatou, 403), (carla, 404)):
        client.force_login(person)
        assert client.post(path).status_code == status
    client.force_login(amina)
    assert client.get(path).status_code == 405
    assert client.post(reverse("taskforces:seat-end", args=["a3", seat.pk])).status_code == 404
    assert a2.seats.open().filter(person=victor).exists()


def test_ending_twice_is_a_sentence(client, amina, victor, a2):
    seat = a2.seat(victor, Role.MEMBER, by=None)
    client.force_login(amina)
    path = reverse("taskforces:seat-end", args=["a2", seat.pk])
    client.post(path)
    assert "This seat has already ended." in client.post(path, follow=True).content.decode()


@pytest.mark.parametrize("page", ["x", "0", "-1", "9" * 400])
def test_pages_that_do_not_exist_are_not_found(client, amina, page):
    client.force_login(amina)
    assert client.get(MEMBERS, {"page": page}).status_code == 404


@pytest.mark.parametrize(("path", "limit"), [(LIST, 8), (DETAIL, 12), (MEMBERS, 8)])
def test_number_of_queries_does_not_grow(client, amina, a2, path, limit, django_assert_max_num_queries):
    numbers = []
    for more in (3, 27):
        fill(a2, more)
        client.force_login(amina)
        client.get(path)
        with django_assert_max_num_queries(limit) as queries:
            assert client.get(path).status_code == 200
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_every_task_force_full_takes_no_more_queries(client, cast, django_assert_max_num_queries):
    from regions.models import Region
    from taskforces.models import TaskForce

    for task_force in TaskForce.objects.all():
        task_force.seat(partner_person(), Role.LEADER, by=None)
        for region in Region.objects.large():
            task_force.seat(partner_person(), Role.REPRESENTATIVE, region=region, by=None)
    client.force_login(UserFactory())
    client.get(LIST)
    with django_assert_max_num_queries(8):
        client.get(LIST)
