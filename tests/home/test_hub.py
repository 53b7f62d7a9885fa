"""The hub: open to partners, a way in for the others."""

import pytest
from django.urls import reverse
from django.utils import timezone

from core.models import Theme
from partners.models import Affiliation, Invitation, MailDomain, Sheet
from tests.cast import country
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory

HUB = "/en/hub/"


def sheet(partner, *themes, **texts):
    """The published sheet of an organisation."""
    row, _is_new = Sheet.objects.update_or_create(partner=partner, defaults=texts)
    row.themes.set(themes)
    return row


def test_partner_enters_visitor_signs_in_others_read_the_way(client, bruno, victor, sofia):
    assert client.get(HUB).url == f"{reverse('account_login')}?next={HUB}"
    client.force_login(victor)
    response = client.get(HUB)
    assert response.status_code == 403
    html = response.content.decode()
    assert "Three ways" in html and reverse("partners:list") in html and reverse("colleges:friends") in html
    for person in (bruno, sofia):
        client.force_login(person)
        assert client.get(HUB).status_code == 200
    assert client.post(HUB).status_code == 405


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_gate_stands_in_each_language(client, victor, language):
    client.force_login(victor)
    response = client.get(f"/{language}/hub/")
    assert (response.status_code, f'lang="{language}"' in response.content.decode()) == (403, True)


def test_gate_knows_who_is_nearly_there(client, sofia, cast, amina):
    kofi = UserFactory(email="kofi@afris.example")
    MailDomain.objects.claim(cast.afris, "afris.example", by=None)
    client.force_login(kofi)
    assert "Do you work for AFRIS?" in client.get(HUB).content.decode()
    invitation = Invitation.objects.invite(cast.afris, email=kofi.email, by=amina)
    assert invitation.answer_path in client.get(HUB).content.decode()
    other = PartnerFactory(name="Bodenbund")
    Affiliation.objects.request(kofi, other, by=kofi)
    assert "You asked on" in client.get(HUB).content.decode()
    kofi.affiliations.get().confirm(by=sofia)
    assert client.get(HUB).status_code == 200
    other.suspend(by=sofia, reason="A doubt.")
    response = client.get(HUB)
    assert response.status_code == 403
    assert "not an active partner at the moment" in response.content.decode()


def test_way_to_the_hub_is_shown_to_whom_it_is_open(client, bruno, victor, sofia):
    for person, shown in ((bruno, True), (sofia, True), (victor, False)):
        client.force_login(person)
        assert (f'href="{HUB}"' in client.get(reverse("partners:list")).content.decode()) == shown


def test_offers_that_fit_come_first(client, amina, cast):
    soil, water = Theme.objects.all()[:2]
    sheet(cast.afris, soil)
    sheet(PartnerFactory(name="Fits not", country=country("ES")), water, services_en="Courses on bees")
    sheet(PartnerFactory(name="Fits region", country=country("BJ")), water, needs_en="Seeds")
    sheet(PartnerFactory(name="Fits theme", country=country("ES")), soil, services_en="Courses on compost")
    sheet(PartnerFactory(name="Says nothing"), soil)
    client.force_login(amina)
    html = client.get(HUB).content.decode()
    places = [html.index(name) for name in ("Fits theme", "Fits region", "Fits not")]
    assert places == sorted(places)
    assert "Courses on compost" in html and "shares your themes" in html
    assert "Says nothing" not in html[: html.index("New in the Initiative")]


def test_house_of_ones_own(client, amina, cast):
    AffiliationFactory(partner=cast.afris, status="requested")
    AffiliationFactory(partner=cast.afris, person=UserFactory(name="Kofi Mensah"), started_at=timezone.now())
    AffiliationFactory(person=UserFactory(name="Stranger Elsewhere"), started_at=timezone.now())
    client.force_login(amina)
    html = client.get(HUB).content.decode()
    assert "One colleague waits to be confirmed" in html
    assert "Kofi Mensah" in html and "Stranger Elsewhere" not in html


def test_neighbours_are_the_near_ones(client, amina, cast):
    near, far = PartnerFactory(name="Near one", country=country("BJ")), PartnerFactory(name="Far one")
    client.force_login(amina)
    neighbours = [partner.name for partner in client.get(HUB).context_data["hub"].neighbours]
    assert near.name in neighbours and far.name not in neighbours


def test_number_of_queries_does_not_grow(client, amina, cast, django_assert_max_num_queries):
    client.force_login(amina)
    numbers = []
    for more in (2, 6):
        for _number in range(more):
            sheet(PartnerFactory(country=country("BJ")), services_en="Courses")
            AffiliationFactory(partner=cast.afris, started_at=timezone.now())
            AffiliationFactory(person=amina)
        client.get(HUB)
        with django_assert_max_num_queries(12) as queries:
            client.get(HUB)
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]
