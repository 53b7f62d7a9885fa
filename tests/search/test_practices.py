"""Practices in the search over everything: by a word of any language, and only what everybody reads."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from core.asking import Asked
from search.finding import groups_of, near
from tests.factories.practices import MEASURED, PracticeFactory, moved_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def pits():
    return PracticeFactory(
        status="published",
        title="Zaï au Yatenga",
        language="fr",
        answers={
            "short_description": "Des trous reçoivent le fumier.",
            "description": "Chaque poquet retient la pluie.",
            "soil_group": ["lixisols"],
            **MEASURED,
        },
    )


def found(typed, language="en"):
    with translation.override(language):
        groups = groups_of(Asked(typed), AnonymousUser())
        return [row for group in groups if group.key == "practices" for row in group.rows]


@pytest.mark.parametrize(
    "typed",
    [
        "zai",
        "ZAÏ Yatenga",
        "poquets",
        "farmyard manure",
        "estiércol",
        "fumier pluies",
        "lixisol",
        "cropland",
        "Senegal",
    ],
)
def test_golden_queries(pits, typed):
    assert [row.title for row in found(typed)] == ["Zaï au Yatenga"]


def test_row_leads_to_its_page_and_says_how_well_it_is_founded(client, pits):
    row = found("zai")[0]
    assert row.url == pits.get_absolute_url()
    assert row.line == "evidence: compared"
    assert client.get(row.url).status_code == 200


def test_slip_of_the_pen_is_forgiven(pits):
    assert "Zaï au Yatenga" in {row.title for row in near(Asked("zai au yatengga"), AnonymousUser())}


@pytest.mark.parametrize("status", ["draft", "submitted", "reviewed", "archived"])
def test_what_is_not_public_is_not_found(status):
    PracticeFactory(status=status, title="Zaï au Yatenga", language="fr")
    assert found("yatenga") == []


def test_page_of_the_search_shows_practices(client, pits):
    page = client.get("/en/search/?q=yatenga").content.decode()
    assert pits.get_absolute_url() in page


def test_sheet_is_called_as_on_its_page_by_whoever_reads_another_language(victor):
    practice = PracticeFactory(author=victor, title="Cubierta vegetal en olivar", language="es")
    practice.write({"title": "Couvert végétal dans l’oliveraie"}, by=victor, language="fr")
    moved_to(practice, "published")
    assert [row.title for row in found("olivar")] == ["Cubierta vegetal en olivar"]
    assert [row.title for row in found("oliveraie", "fr")] == ["Couvert végétal dans l’oliveraie"]
