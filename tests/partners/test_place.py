"""An organisation's place on the map: who sets it, and what is near."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from core.models import Activity
from partners.models import Partner
from partners.models.finding import distance_from, lying
from regions.models import Country, Place
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db

LIST = reverse("partners:list")


def city(country, name):
    return Place.objects.filter(country=country).called(name)[0]


def place_of(partner):
    return reverse("partners:place", args=[partner.slug])


@pytest.fixture
def french():
    """In Paris, in Montpellier, somewhere in France; and one in Brussels."""
    return [
        PartnerFactory(name="Of Paris", place=city("FR", "Paris")),
        PartnerFactory(name="Of Montpellier", place=city("FR", "Montpellier")),
        PartnerFactory(name="Of France"),
        PartnerFactory(name="Of Brussels", country_id="BE", place=city("BE", "Bruxelles")),
    ]


def test_distance_is_known(french):
    montpellier = city("FR", "Montpellier")
    found = Partner.objects.in_force().near(montpellier.latitude, montpellier.longitude, within_km=1000)
    distances = {partner.name: round(partner.distance_km) for partner in found}
    assert distances["Of Montpellier"] == 0
    assert 590 <= distances["Of Paris"] <= 602
    assert [partner.name for partner in found][0] == "Of Montpellier"


def test_dateline_and_pole_are_no_walls():
    fiji = PartnerFactory(name="Fiji", country_id="FJ", place=city("FJ", "Suva"))
    found = Partner.objects.near(-18.1, -179.5, within_km=500)
    assert fiji in found
    assert list(Partner.objects.near(90, 0, within_km=50)) == []


@pytest.mark.parametrize("within_km", [50, 1000, 4000, 9500, 15_000])
@pytest.mark.parametrize("latitude", [-88.5, -41.2, 0.0, 14.7, 64.1, 82.0, 90.0])
@pytest.mark.parametrize("longitude", [-179.9, -17.4, 0.0, 135.0, 179.5])
def test_box_around_a_circle_leaves_nothing_out(latitude, longitude, within_km):
    """What is found by the box first and the distance then is what the distances alone say."""
    every = Country.objects.exclude(latitude=None).order_by().annotate(km=distance_from(latitude, longitude))
    near = lying(Country.objects.order_by(), latitude=latitude, longitude=longitude, within_km=within_km)
    assert {country.pk for country in near} == {country.pk for country in every if country.km <= within_km}


def test_list_near_a_city(client, french):
    response = client.get(LIST, {"near": "montpellier", "within": "200"})
    assert [partner.name for partner in response.context["partners"]] == ["Of Montpellier"]
    assert "Within 200 km of Montpellier, France" in response.content.decode()
    wider = client.get(LIST, {"near": "Montpellier", "within": "1000"})
    assert [partner.name for partner in wider.context["partners"]][0] == "Of Montpellier"
    assert "by its country" in wider.content.decode()
    assert len(wider.context["partners"]) == 4


def test_list_near_an_organisation(client, french):
    response = client.get(LIST, {"partner": "of-paris", "within": "500"})
    assert [partner.name for partner in response.context["partners"]] == ["Of France", "Of Brussels"]


def test_hidden_organisations_are_no_centre(client, french):
    Partner.objects.filter(slug="of-paris").update(status="suspended")
    response = client.get(LIST, {"partner": "of-paris"})
    assert response.context["finder"].form.errors["near"]
    assert "Of Paris" not in response.content.decode()


@pytest.mark.parametrize(
    "query", [{"near": "Nowhereville"}, {"near": "x" * 3000}, {"near": "Paris", "within": "7"}, {"partner": "é'; --"}]
)
def test_nonsense_is_a_sentence(client, french, query):
    response = client.get(LIST, query)
    assert response.status_code == 200
    assert response.context["finder"].form.errors


def test_page_of_an_organisation_names_its_neighbours(client, french):
    html = client.get(french[0].get_absolute_url()).content.decode()
    assert "Nearby" in html
    assert "Of Brussels" in html
    assert "Set its city" not in html


def test_focal_point_sets_the_city(client, carla, cast):
    partner = cast.fundacion
    client.force_login(carla)
    page = client.get(place_of(partner))
    assert page.status_code == 200
    name = Place.objects.filter(country=partner.country).order_by("-population")[0].name
    response = client.post(place_of(partner), {"place": name}, follow=True)
    assert "The map shows it there from now on" in response.content.decode()
    partner.refresh_from_db()
    assert partner.place.name == name
    again = client.post(place_of(partner), {"place": name, "place_code": partner.place_id})
    assert "It stands there already" in again.content.decode()
    assert Activity.objects.about(partner).filter(verb="moved_to").count() == 1
    client.post(place_of(partner), {"place": ""})
    partner.refresh_from_db()
    assert partner.place is None


def test_only_those_who_speak_for_it_set_the_city(client, victor, amina, cast):
    assert client.get(place_of(cast.fundacion)).status_code == 302
    for person in (victor, amina):
        client.force_login(person)
        assert client.get(place_of(cast.fundacion)).status_code == 403
        assert client.post(place_of(cast.fundacion), {"place": "Paris"}).status_code == 403


def test_what_was_typed_stays(client, carla, cast):
    client.force_login(carla)
    html = client.post(place_of(cast.fundacion), {"place": "Nowhereville"}).content.decode()
    assert "No city of this name was found" in html
    assert 'value="Nowhereville"' in html


def test_city_lies_in_the_country(sofia):
    partner = PartnerFactory()
    with pytest.raises(ValidationError, match="another country"):
        partner.move_to(city("BE", "Bruxelles"), by=sofia)
    partner.place = city("BE", "Bruxelles")
    with pytest.raises(ValidationError, match="another country"):
        partner.full_clean()


def test_country_without_position_is_near_nothing(client):
    Country.objects.filter(pk="FR").update(latitude=None, longitude=None)
    partner = PartnerFactory()
    assert client.get(partner.get_absolute_url()).status_code == 200
    assert client.get(LIST, {"partner": partner.slug}).context["finder"].form.errors["near"]
    assert client.get(reverse("partners:map")).status_code == 200
