"""The list of organisations and the page of each."""

import pytest
from django.urls import reverse

from accounts.models import Consent
from partners.models import Affiliation, Partner
from regions.models import Country
from taskforces.models import Role
from tests.factories import AffiliationFactory, PartnerFactory, partner_person

LIST = reverse("partners:list")


def page_of(partner):
    return reverse("partners:detail", args=[partner.slug])


def names(response):
    """The organisations on the page, in order."""
    return [partner.name for partner in response.context["partners"]]


@pytest.fixture
def four(db):
    """Four organisations, and one that left."""
    PartnerFactory(name="Élan du Sol", acronym="EDS", type="civil_society", country_id="FR")
    PartnerFactory(name="Ministry of Fields", type="state", nature="public", status="member", country_id="KE")
    PartnerFactory(name="Soil Bank", type="development_bank", country_id="BR")
    PartnerFactory(name="zebra farms", type="company", nature="commercial", country_id="JP")
    PartnerFactory(name="Gone", status="left", country_id="BO")


def test_list_shows_organisations_in_force_by_name(client, four):
    response = client.get(LIST)
    assert names(response) == ["Élan du Sol", "Ministry of Fields", "Soil Bank", "zebra farms"]
    html = response.content.decode()
    assert "4 organisations" in html
    assert "Kenya" in html
    assert "Development bank" in html
    assert "Bolivia" not in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"q": "elan"}, ["Élan du Sol"]),
        ({"q": "eds"}, ["Élan du Sol"]),
        ({"q": "bank soil"}, ["Soil Bank"]),
        ({"q": "100%_\\"}, []),
        ({"type": "state"}, ["Ministry of Fields"]),
        ({"status": "member"}, ["Ministry of Fields"]),
        ({"country": "BR"}, ["Soil Bank"]),
        ({"region": "africa"}, ["Ministry of Fields"]),
        ({"region": "americas", "type": "development_bank"}, ["Soil Bank"]),
        ({"region": "africa", "country": "BR"}, []),
    ],
)
def test_facets_narrow_the_list(client, four, query, found):
    assert names(client.get(LIST, query)) == found


def test_colleges_follow_type_and_placement(client, four, sofia):
    from colleges.models import College, Placement

    private = College.objects.get(types__contains=["company"])
    bank = Partner.objects.get(name="Soil Bank")
    Placement.place(bank, private, reason="It asked for it", by=sofia)
    assert names(client.get(LIST, {"college": private.slug})) == ["Soil Bank", "zebra farms"]


@pytest.mark.parametrize("name", ["q", "type", "college", "region", "country", "status"])
@pytest.mark.parametrize("value", ["x" * 5000, "'; --", "9" * 400, "é\u202e"])
def test_nonsense_in_a_facet_is_a_sentence(client, four, name, value):
    response = client.get(LIST, {name: value})
    assert response.status_code == 200
    assert name == "q" or response.context["finder"].form.errors[name]


@pytest.mark.parametrize("page", ["x", "9" * 5000, "0", "2"])
def test_pages_that_do_not_exist_are_not_found(client, four, page):
    assert client.get(LIST, {"page": page}).status_code == 404


def test_pages_keep_the_filters(client, db):
    PartnerFactory.create_batch(21, type="research")
    html = client.get(LIST, {"type": "research"}).content.decode()
    assert "?type=research&amp;page=2" in html


def test_empty_lists_say_why(client, four):
    assert "No organisation fits" in client.get(LIST, {"q": "nothing-like-this"}).content.decode()
    Partner.objects.update(status="left")
    assert "No organisation yet" in client.get(LIST).content.decode()


def test_htmx_gets_the_results_alone(client, four):
    response = client.get(LIST, {"q": "bank"}, headers={"hx-request": "true"})
    html = response.content.decode()
    assert "One organisation fits" in html
    assert "<html" not in html
    assert "HX-Request" in response["Vary"]
    restored = client.get(LIST, headers={"hx-request": "true", "hx-history-restore-request": "true"})
    assert "<html" in restored.content.decode()


def test_list_only_answers_reading(client, db):
    assert client.post(LIST).status_code == 405


def test_page_tells_what_the_initiative_knows(client, db):
    partner = PartnerFactory(
        name="Soil Bank", type="development_bank", country_id="BR", website="https://soil.example/"
    )
    html = client.get(page_of(partner)).content.decode()
    for words in ("Soil Bank", "Development bank", "Brazil", "South America", "Funders group", "soil.example",
                  "Sign in to say so"):  # fmt: skip
        assert words in html


def test_page_names_people_in_task_forces_by_consent(client, amina, cast, a2):
    shown, hidden = partner_person(name="Shown Person"), partner_person(name="Hidden Person")
    for person in (shown, hidden):
        AffiliationFactory(person=person, partner=cast.afris)
        a2.seat(person, Role.MEMBER, by=None)
    shown.consent(Consent.Purpose.ROSTERS, by=shown)
    html = client.get(page_of(cast.afris)).content.decode()
    assert "Shown Person" in html
    assert "Hidden Person" not in html
    assert "Name not shown" in html  # the leader's seat


@pytest.mark.parametrize("status", ["candidate", "suspended", "left"])
def test_organisation_out_of_force_is_hidden_from_strangers(client, amina, cast, victor, status):
    Partner.objects.filter(pk=cast.afris.pk).update(status=status)
    assert client.get(page_of(cast.afris)).status_code == 404
    client.force_login(victor)
    assert client.get(page_of(cast.afris)).status_code == 404
    client.force_login(amina)
    html = client.get(page_of(cast.afris)).content.decode()
    assert "The status of this organisation is" in html
    assert client.get(reverse("partners:people", args=[cast.afris.slug])).status_code == 403


@pytest.mark.parametrize("slug", ["nothing-like-this", "x" * 3000, "a%00b"])
def test_unknown_organisation_is_not_found(client, db, slug):
    for rest in ("", "people/", "request/"):
        assert client.get(f"{LIST}{slug}/{rest}").status_code in (302, 404, 405)
    assert client.get(f"{LIST}{slug}/").status_code == 404


def test_person_says_that_she_works_there(client, victor, cast):
    client.force_login(victor)
    assert "I work here" in client.get(page_of(cast.afris)).content.decode()
    path = reverse("partners:affiliation-request", args=[cast.afris.slug])
    response = client.post(path, follow=True)
    html = response.content.decode()
    assert "Your request is on its way" in html
    assert "Take my request back" in html
    assert victor.affiliations.get().status == Affiliation.Status.REQUESTED
    assert "already belong to this organisation" in client.post(path, follow=True).content.decode()
    assert client.get(path).status_code == 405


def test_person_takes_her_request_back(client, victor, cast):
    affiliation = AffiliationFactory(person=victor, partner=cast.afris, status="requested")
    client.force_login(victor)
    client.post(reverse("partners:affiliation-end", args=[affiliation.pk]))
    assert "I work here" in client.get(page_of(cast.afris)).content.decode()


def test_stranger_comes_back_to_the_organisation_after_signing_in(client, cast):
    page = page_of(cast.afris)
    response = client.post(
        reverse("partners:affiliation-request", args=[cast.afris.slug]), headers={"referer": f"http://testserver{page}"}
    )
    assert response.url == f"{reverse('account_login')}?next={page}"


def test_number_of_queries_of_the_list_does_not_grow(client, amina, django_assert_max_num_queries):
    client.force_login(amina)
    countries, numbers = iter(Country.objects.all()), []
    for more in (3, 27):
        for _number in range(more):
            PartnerFactory(country=next(countries))
        client.get(LIST)
        with django_assert_max_num_queries(8) as queries:
            client.get(LIST)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


def test_number_of_queries_of_a_page_does_not_grow(client, amina, cast, a2, django_assert_max_num_queries):
    client.force_login(amina)
    numbers = []
    for more in (3, 27):
        for _number in range(more):
            person = AffiliationFactory(partner=cast.afris).person
            person.consent(Consent.Purpose.ROSTERS, by=person)
            a2.seat(person, Role.MEMBER, by=None)
        client.get(page_of(cast.afris))
        with django_assert_max_num_queries(12) as queries:
            client.get(page_of(cast.afris))
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("facet", ["q", "type", "college", "region", "country", "status", "page"])
def test_null_character_in_a_facet_is_a_bad_request(client, db, facet):
    assert client.get(reverse("partners:list"), {facet: "\0"}).status_code == 400
