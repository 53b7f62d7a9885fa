"""Cities of the gazetteer: how they come in, how people find theirs."""

import pytest
from django import forms
from django.db import connection
from django.urls import reverse

from core.search import as_plain
from regions.forms import FindsPlaces, PlaceField
from regions.gazetteer import edition, load_places, places_are_current
from regions.models import Country, Place

pytestmark = pytest.mark.django_db

PLACES = reverse("partners:places")


class WhereForm(FindsPlaces, forms.Form):
    country = forms.ModelChoiceField(Country.objects.all())
    place = PlaceField(required=False)


def where(country, words, code=""):
    return WhereForm({"country": country, "place": words, "place_code": code})


def test_gazetteer_comes_in_once_and_follows_the_package():
    before = Place.objects.count()
    assert before > 30_000
    Place.objects.filter(name="Montpellier").update(population=1)
    load_places()
    assert Place.objects.count() == before
    assert Place.objects.get(name="Montpellier").population > 100_000


def test_gazetteer_is_read_again_only_with_another_package_or_other_countries():
    load_places()
    assert places_are_current()
    Country.objects.filter(pk="AQ").delete()
    assert not places_are_current()
    with connection.cursor() as cursor:
        cursor.execute("COMMENT ON TABLE regions_place IS %s", [edition().replace(" ", " 0.", 1)])
    assert not places_are_current()


def test_gazetteer_of_which_nothing_is_left_is_read_again():
    Place.objects.all().delete()
    assert not places_are_current()


def test_every_country_has_a_position():
    assert not Country.objects.filter(latitude=None).exists()
    paris = Country.objects.get(pk="FR")
    assert (round(paris.latitude), round(paris.longitude)) == (49, 2)


@pytest.mark.parametrize(
    ("country", "words", "name"),
    [
        ("FR", "Montpellier", "Montpellier"),
        ("FR", "  montpellier ", "Montpellier"),
        ("CH", "Genève", "Geneva"),
        ("CH", "ginebra", "Geneva"),
        ("GB", "Londres", "London"),
        ("PL", "Lodz", "Łódź"),
    ],
)
def test_city_is_found_by_its_names(country, words, name):
    form = where(country, words)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["place"].name == name


def test_several_of_a_name_are_offered_to_choose_from():
    form = where("US", "Springfield")
    assert "Several cities are called so" in str(form.errors["place"])
    html = str(form["place"])
    assert 'value="Springfield"' in html
    assert html.count('type="radio"') > 4
    smallest = Place.objects.filter(country="US").called("Springfield").last()
    assert where("US", "Springfield", str(smallest.pk)).is_valid()


def test_chosen_number_holds_only_with_its_name_and_country():
    paris = Place.objects.filter(country="FR").called("Paris")[0]
    form = where("US", "Springfield", str(paris.pk))
    assert not form.is_valid()
    form = where("FR", "Lyon", str(paris.pk))
    assert form.is_valid()
    assert form.cleaned_data["place"].name == "Lyon"


@pytest.mark.parametrize("words", ["Nowhereville", "x" * 5000, "'; --", "%", "\u202e", "1" * 300])
@pytest.mark.parametrize("code", ["", "x", "9" * 400, "-1"])
def test_nonsense_is_a_sentence_and_stays_typed(words, code):
    form = where("FR", words, code)
    assert not form.is_valid()
    assert form.errors["place"]
    assert form["place"].value()[0] == words


def test_city_needs_its_country():
    form = where("", "Paris")
    assert set(form.errors) == {"country"}
    assert not where("XX", "Paris").is_valid()


def test_place_that_stands_there_is_shown_and_kept():
    place = Place.objects.filter(country="US").called("Springfield").last()
    html = str(WhereForm(initial={"country": "US", "place": place.pk})["place"])
    assert 'value="Springfield"' in html
    assert f'type="hidden" name="place_code" value="{place.pk}"' in html


def test_plain_words():
    assert as_plain(" São Tomé ") == "sao tome"


def test_suggestions_are_for_people_who_signed_in(client, victor):
    assert client.get(PLACES, {"q": "mont"}).status_code == 302
    client.force_login(victor)
    answer = client.get(PLACES, {"q": "montpell", "country": "FR"}).json()
    assert answer["places"][0]["name"] == "Montpellier"
    assert len(client.get(PLACES, {"q": "sa"}).json()["places"]) == 10
    assert client.post(PLACES).status_code == 405


@pytest.mark.parametrize("query", [{}, {"q": "a"}, {"q": "x" * 5000}, {"q": "par", "country": "é" * 900}])
def test_suggestions_answer_nonsense_with_nothing(client, victor, query):
    client.force_login(victor)
    assert client.get(PLACES, query).json() == {"places": []}


def test_suggestions_cost_one_question(client, victor, django_assert_max_num_queries):
    client.force_login(victor)
    client.get(PLACES, {"q": "par"})
    with django_assert_max_num_queries(4):
        client.get(PLACES, {"q": "par"})
