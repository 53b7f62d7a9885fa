"""The people of an organisation, for those who speak for it."""

import pytest
from django.urls import reverse

from partners.models import Affiliation
from tests.factories import AffiliationFactory, UserFactory


@pytest.fixture
def people(amina, cast):
    """The address of the page."""
    return reverse("partners:people", args=[cast.afris.slug])


@pytest.fixture
def asked(amina, cast):
    """Kofi says that he works for AFRIS."""
    return Affiliation.objects.request(UserFactory(name="Kofi Mensah"), cast.afris, by=None)


def verb(name, affiliation):
    return reverse(f"partners:affiliation-{name}", args=[affiliation.pk])


def status(affiliation):
    return Affiliation.objects.get(pk=affiliation.pk).status


def test_focal_point_reads_who_asked_and_when(client, amina, people, asked):
    client.force_login(amina)
    html = client.get(people).content.decode()
    assert "Kofi Mensah" in html
    assert "asked on" in html
    assert asked.person.email not in html


def test_focal_point_confirms(client, amina, people, asked):
    client.force_login(amina)
    response = client.post(verb("confirm", asked), follow=True)
    assert response.redirect_chain[-1][0] == people
    assert status(asked) == "active"
    assert "already been answered" in client.post(verb("decline", asked), follow=True).content.decode()


def test_focal_point_declines(client, amina, people, asked):
    client.force_login(amina)
    client.post(verb("decline", asked))
    assert status(asked) == "declined"
    assert "Nobody is waiting" in client.get(people).content.decode()


def test_focal_point_names_another_and_ends_a_tie(client, amina, people, asked):
    asked.confirm(by=amina)
    client.force_login(amina)
    assert "will speak for the organisation" in client.get(people).content.decode()
    client.post(verb("name-focal-point", asked))
    assert Affiliation.objects.get(pk=asked.pk).is_focal_point
    client.post(verb("end", asked))
    assert status(asked) == "ended"


def test_last_act_of_a_focal_point_leads_back_to_the_organisation(client, amina, cast, people):
    client.force_login(amina)
    response = client.post(verb("end", amina.affiliations.get()), follow=True)
    assert response.redirect_chain[-1][0] == cast.afris.get_absolute_url()
    assert client.get(people).status_code == 403


def test_page_is_closed_to_strangers_colleagues_and_other_focal_points(client, people, asked, carla, amina):
    assert client.get(people).url.startswith(reverse("account_login"))
    asked.confirm(by=amina)
    for person in (asked.person, carla):
        client.force_login(person)
        assert client.get(people).status_code == 403


@pytest.mark.parametrize("name", ["confirm", "decline", "name-focal-point", "end"])
def test_ties_of_other_organisations_are_out_of_reach(client, carla, asked, name):
    client.force_login(carla)
    assert client.post(verb(name, asked)).status_code == 404
    assert status(asked) == "requested"


@pytest.mark.parametrize("name", ["confirm", "decline", "name-focal-point"])
def test_nobody_confirms_herself(client, asked, name):
    client.force_login(asked.person)
    assert client.post(verb(name, asked)).status_code == 403
    assert status(asked) == "requested"


@pytest.mark.parametrize("name", ["confirm", "decline", "name-focal-point", "end"])
def test_verbs_take_no_get_and_know_their_ties(client, amina, asked, name):
    client.force_login(amina)
    assert client.get(verb(name, asked)).status_code == 405
    for pk in ("0", "9" * 30, "9" * 5000, "1%00"):
        assert client.post(f"/en/partners/affiliations/{pk}/{name}/").status_code == 404


def test_only_active_people_become_focal_points(client, amina, asked):
    client.force_login(amina)
    response = client.post(verb("name-focal-point", asked), follow=True)
    assert "Only an active person can be a focal point." in response.content.decode()


def test_number_of_queries_does_not_grow(client, amina, cast, people, django_assert_max_num_queries):
    client.force_login(amina)
    numbers = []
    for more in (3, 27):
        for _number in range(more):
            AffiliationFactory(partner=cast.afris)
            AffiliationFactory(partner=cast.afris, status="requested")
        client.get(people)
        with django_assert_max_num_queries(12) as queries:
            client.get(people)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
