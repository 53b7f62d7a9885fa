"""Finding datasheets: words in three languages, facets with true numbers, near a place, what is public only."""

import re

import pytest
import time_machine
from django.contrib.auth.models import AnonymousUser
from django.http import QueryDict
from django.urls import reverse
from django.utils import translation

from partners.models import Partner
from practices.facets import NAMES
from practices.filters import Finder
from practices.models import Version
from regions.models import Place
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


def found(question):
    return Finder(QueryDict(question))


def shown(question, first=0, last=20):
    """The keys of the sheets on a page."""
    return [row.practice for row in found(question).page(first, last)]


def numbers(question, name):
    return {
        option.value: option.number
        for facet in found(question).facets
        if facet.name == name
        for option in facet.options
    }


@pytest.fixture
def fields():
    """Three published sheets: mulch in Senegal, terraces in Peru, agroforestry in France."""
    mulch = PracticeFactory(
        status="published",
        title="Straw mulch for vegetables",
        answers={"climate_zone": "semi_arid", "soil_group": ["arenosols"], "short_description": "Straw on the beds."},
    )
    terraces = PracticeFactory(
        status="published",
        title="Terrazas de formación lenta",
        language="es",
        answers={
            "short_description": "Zanjas y muros detienen la erosión.",
            "description": "Las piedras del lugar, en hileras.",
            "countries": ["PE"],
            "climate_zone": "semi_arid",
            "land_use": ["cropland_annual", "mixed"],
            "sites": [{"name": "Pisac", "country": "PE", "latitude": -13.42, "longitude": -71.85}],
        },
    )
    trees = PracticeFactory(
        status="published",
        title="Noyers dans les blés",
        language="fr",
        answers={
            "short_description": "Des arbres, peu de foin.",
            "description": "Deux rangs, et du blé entre eux.",
            "countries": ["FR"],
            "climate_zone": "humid",
            **MEASURED,
        },
    )
    return [mulch, terraces, trees]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Stems, accents, three languages, synonyms across them.
        ("q=mulch", {0}),
        ("q=vegetable", {0}),
        ("q=erosion", {1}),
        ("q=érosion", {1}),
        ("q=noyer", {2}),
        ("q=NOYERS ble", {2}),
        # A code is found by its name in any language.
        ("q=arénosols", {0}),
        ("q=semiarid", {0, 1}),
        ("q=straw xylophone", set()),
        ("q=--", set()),
        # Facets, several values of one, nonsense.
        ("climate_zone=semi_arid", {0, 1}),
        ("climate_zone=semi_arid&countries=PE", {1}),
        ("countries=PE&countries=FR", {1, 2}),
        ("region=africa", {0}),
        ("land_use=cropland", {0, 1, 2}),
        ("land_use=mixed", {1}),
        ("evidence=3", {2}),
        ("evidence=0&language=es", {1}),
        ("climate_zone=nonsense&region=nowhere", {0, 1, 2}),
        ("sort=evidence", {0, 1, 2}),
    ],
)
def test_what_is_asked_is_found(fields, question, expected):
    assert {version.practice for version in found(question).rows} == {fields[number] for number in expected}
    assert found(question).total == len(expected)


def test_numbers_beside_the_choices_are_what_they_lead_to(fields):
    for asked in ("", "climate_zone=semi_arid", "q=straw&language=en", "region=africa&climate_zone=humid"):
        for facet in found(asked).facets:
            for option in facet.options:
                others = QueryDict(asked).copy()
                others.setlist(facet.name, [option.value])
                assert len(Finder(others).rows) == option.number, (asked, facet.name, option.value)


def test_other_choices_stay_open_beside_the_one_that_was_made(fields):
    assert numbers("climate_zone=semi_arid", "climate_zone") == {"semi_arid": 2, "humid": 1}
    assert numbers("climate_zone=semi_arid", "countries") == {"SN": 1, "PE": 1}


def test_a_title_that_holds_the_words_comes_first(fields):
    PracticeFactory(status="published", title="Beds", answers={"short_description": "Mulch again."})
    titles = [row.title[0] for row in found("q=mulch").page(0, 20)]
    assert titles[0] == "Straw mulch for vegetables"
    assert len(titles) == 2
    assert [row.title[0] for row in found("q=mulch").page(1, 2)] == ["Beds"]
    assert [row.title[0] for row in found("q=mulch").page(0, 1)] == titles[:1]


def test_newest_and_best_founded_first(fields):
    mulch, terraces, trees = fields
    assert shown("") == [trees.pk, terraces.pk, mulch.pk]
    assert shown("", 1, 2) == [terraces.pk]
    assert shown("sort=evidence", 0, 1) == [trees.pk]


def test_near_a_city_the_nearest_first(fields):
    cusco = Place.objects.called("Cusco").first()
    assert cusco
    assert shown("near=Cusco&within=50") == [fields[1].pk]
    [drawn] = found("near=Cusco&within=50").drawn_page(0, 1)
    assert re.search(r">[1-4]?\d km · Peru", drawn)
    assert not found("near=Dakar&within=50").rows
    assert found("near=Nowhereville").form.errors["near"]


@pytest.mark.parametrize(
    "question",
    [
        *(
            "",
            "sort=newest",
            "sort=evidence",
            "q=straw",
            "climate_zone=semi_arid&sort=evidence",
            "region=africa&q=straw",
        ),
        *("near=Cusco&within=200", "near=Dakar&within=1000&sort=evidence", "near=Dakar&within=1000&q=straw"),
    ],
)
def test_pages_and_files_hold_the_same(fields, question):
    """Pages come from the shelf, files and mails from the database; titles that hold a word stand first on pages."""
    rows = [version.practice_id for version in found(question).rows]
    assert [key for first in range(4) for key in shown(question, first, first + 1)] == rows
    assert shown(question) == rows


def test_visitors_find_what_is_public_and_nothing_else(fields, bruno):
    for status in ("draft", "submitted", "reviewed", "rejected", "archived"):
        PracticeFactory(author=bruno, status=status, title=f"Straw {status}")
    revised = fields[0]
    revised.revise(by=revised.author)
    revised.write({"short_description": "Xylophones."}, by=revised.author)
    public = Version.objects.visible_to(AnonymousUser()).public()
    assert set(Version.objects.listed()) == set(public)
    assert {version.practice for version in found("q=straw").rows} == {fields[0]}
    assert not found("q=xylophones").rows


def test_of_an_older_version_nothing_is_found(fields):
    mulch = fields[0]
    mulch.revise(by=mulch.author)
    mulch.write({"short_description": "Hay on the beds."}, by=mulch.author)
    mulch.submit(by=mulch.author)
    mulch.review(by=None)
    mulch.publish(by=None)
    assert found("q=hay").total == 1
    assert found("").total == 3


def test_what_is_archived_is_not_counted_any_more(fields):
    assert found("").total == 3
    fields[0].archive("It was wrong.", by=None)
    assert found("").total == 2
    fields[0].restore(by=None)
    assert found("").total == 3


def test_list_shows_rows_chips_and_numbers(client, fields):
    page = client.get(reverse("practices:list") + "?climate_zone=semi_arid&q=straw&near=Dakar")
    text = page.content.decode()
    assert page.status_code == 200
    assert "No practice fits" in text
    assert "Within 200 km of Dakar, Senegal" in text
    page = client.get(reverse("practices:list") + "?climate_zone=semi_arid")
    assert "2 practices fit" in page.content.decode()


def test_list_is_read_in_every_language(client, fields):
    for language in ("en", "fr", "es"):
        with translation.override(language):
            page = client.get(reverse("practices:list") + "?q=noyers")
        assert page.status_code == 200
        assert "Noyers dans les blés" in page.content.decode()


def test_script_gets_the_results_alone(client, fields):
    page = client.get(reverse("practices:list"), headers={"HX-Request": "true"})
    assert "<html" not in page.content.decode()
    assert "HX-Request" in page["Vary"]


def test_nonsense_in_the_address_is_no_error(client, fields):
    asked = "?" + "&".join(f"{name}=%27" for name in (*NAMES, "q", "near", "within", "sort"))
    assert client.get(reverse("practices:list") + asked).status_code == 200


@pytest.mark.parametrize(
    "asked", ["", "?q=mulch", "?near=Dakar", "?climate_zone=humid&land_use=cropland&region=africa&q=straw&near=Dakar"]
)
def test_queries_do_not_grow(client, fields, asked, django_assert_max_num_queries):
    client.get(reverse("practices:list"))  # what stands on the shelf is known
    with django_assert_max_num_queries(8):
        client.get(reverse("practices:list") + asked)


def test_what_was_asked_a_moment_ago_is_drawn_already(client, fields, django_assert_num_queries):
    asked = reverse("practices:list") + "?climate_zone=semi_arid&sort=newest"
    first = client.get(asked).content.decode()
    assert "Straw mulch for vegetables" in first
    with django_assert_num_queries(1):  # whether anything has been published since
        again = client.get(asked).content.decode()
    assert again[again.index('id="results"') :] == first[first.index('id="results"') :]


def test_what_is_published_or_archived_is_seen_at_once(client, fields, sofia):
    asked = reverse("practices:list") + "?q=straw&sort=newest"
    client.get(asked)
    PracticeFactory(status="published", title="Straw bales", answers={"short_description": "Straw around trees."})
    assert "Straw bales" in client.get(asked).content.decode()
    fields[0].archive("Out of date.", by=sofia)
    assert "Straw mulch for vegetables" not in client.get(asked).content.decode()


def test_rows_are_drawn_for_each_language(client, fields):
    for language, words in (("en", "evidence: "), ("fr", "preuves : "), ("es", "pruebas: ")):
        rows = client.get(f"/{language}/practices/?sort=newest").content.decode().partition('<ul class="rows">')[2]
        assert words in rows
        assert f'href="/{language}/practices/' in rows


def test_a_row_tells_where_whose_when_and_how_well_founded(client, fields, amina, cast):
    Partner.objects.filter(pk=cast.afris.pk).update(name="Soils & Sons")
    with time_machine.travel("2026-03-04 12:00Z", tick=False):
        PracticeFactory(
            status="published",
            author=amina,
            organisation=cast.afris,
            title="<b>Straw</b> bales",
            answers={"countries": ["SN", "PE"], "short_description": "Straw <i>around</i> trees. " * 10, **MEASURED},
        )
    rows = client.get(reverse("practices:list") + "?q=bales").content.decode().partition('<ul class="rows">')[2]
    assert "&lt;b&gt;Straw&lt;/b&gt; bales" in rows
    assert "Straw &lt;i&gt;around&lt;/i&gt; trees." in rows
    assert "…</p>" in rows
    assert "Peru, Senegal · Soils &amp; Sons · 4 March 2026 · evidence: compared" in rows


def test_a_text_in_another_language_says_so(client, fields):
    rows = client.get("/en/practices/?q=noyers").content.decode().partition('<ul class="rows">')[2]
    assert 'hx-boost="false" lang="fr">Noyers dans les blés</a>' in rows
    assert '<p lang="fr">Des arbres, peu de foin.</p>' in rows
    rows = client.get("/fr/practices/?q=noyers").content.decode().partition('<ul class="rows">')[2]
    assert "lang=" not in rows.partition("</ul>")[0]
