"""Searching and narrowing the list: what is found, in which order, with which numbers."""

import random

import pytest
from django.test import Client
from django.urls import reverse

from colleges.models import College, Placement
from core.models import Theme
from partners.models import Partner, Sheet
from tests.factories import PartnerFactory

pytestmark = pytest.mark.django_db

LIST = reverse("partners:list")
KINDS = {"research": "non_profit", "company": "commercial", "state": "public", "foundation": "non_profit"}


def finder(**query):
    return Client().get(LIST, query).context["finder"]


def found(**query):
    return [partner.name for partner in Client().get(LIST, query).context["partners"]]


def numbers(finder, name):
    return {option.value: option.number for facet in finder.facets if facet.name == name for option in facet.options}


def sheet_of(partner, *themes, **texts):
    sheet, _is_new = Sheet.objects.get_or_create(partner=partner)
    for name, text in texts.items():
        setattr(sheet, name, text)
    sheet.save()
    sheet.themes.set(themes)
    return sheet


@pytest.fixture
def many(sofia):
    """Forty organisations of all kinds, three of them placed in another college, some with themes."""
    chance = random.Random(4)
    themes = list(Theme.objects.all()[:3])
    private = College.objects.get(types__contains=["company"])
    for number in range(40):
        kind = chance.choice(list(KINDS))
        partner = PartnerFactory(
            name=f"Organisation {number}",
            type=kind,
            nature=KINDS[kind],
            status="partner" if kind == "company" else chance.choice(["partner", "member"]),
            country_id=chance.choice(["FR", "DE", "KE", "BR", "JP"]),
        )
        if number % 2:
            sheet_of(partner, *chance.sample(themes, chance.randint(0, 2)))
        if kind == "foundation" and number % 3 == 0:
            Placement.place(partner, private, reason="It asked for it", by=sofia)
    return themes


CHOICES = [
    {},
    {"type": ["research"]},
    {"type": ["research", "state"], "country": ["FR"]},
    {"region": ["africa", "europe"]},
    {"status": ["member"], "region": ["europe"]},
    {"country": ["KE", "JP"], "type": ["company", "foundation"]},
]


def facts(partner):
    """Every value that a facet may ask for, worked out one by one."""
    region = partner.country.region
    sheet = getattr(partner, "sheet", None)
    return {
        "type": {partner.type},
        "college": {College.objects.of(partner).slug},
        "region": {region.slug, region.parent.slug},
        "country": {partner.country_id},
        "theme": {theme.slug for theme in sheet.themes.all()} if sheet else set(),
        "status": {partner.status},
    }


@pytest.mark.parametrize("theme", [False, True])
@pytest.mark.parametrize("chosen", CHOICES, ids=str)
def test_numbers_are_those_of_counting_one_by_one(many, chosen, theme):
    chosen = chosen | ({"theme": [many[0].slug, many[1].slug]} if theme else {})
    rows = [facts(partner) for partner in Partner.objects.in_force()]
    asked = finder(**chosen)

    def fits(row, but=None):
        return all(row[name] & set(values) for name, values in chosen.items() if name != but)

    assert asked.total == sum(map(fits, rows)) == asked.rows.count()
    for name in ("type", "college", "country", "theme", "status"):
        expected = {}
        for row in rows:
            if fits(row, but=name):
                for value in row[name]:
                    expected[value] = expected.get(value, 0) + 1
        shown = {value: number for value, number in numbers(asked, name).items() if number}
        assert shown == expected, name


def test_numbers_follow_every_change(client, many):
    before = finder().total
    Partner.objects.filter(name="Organisation 1").update(status="suspended")
    assert finder().total == before - 1
    PartnerFactory()
    assert finder().total == before


def test_parts_of_a_region_are_shown_where_there_are_several(many):
    shown = numbers(finder(), "region")
    assert shown["africa"] == shown.get("eastern-africa", shown["africa"])
    assert shown["europe"] > 0


def test_chips_take_away_what_was_chosen(client, many):
    response = client.get(LIST, {"type": ["research", "state"], "q": "organisation"})
    chips = {str(label): address for label, address in response.context["finder"].chips}
    assert len(chips) == 3
    assert "q=organisation" not in chips["“organisation”"]
    assert chips["State, province or local authority"] == "?type=research&q=organisation"


def test_unknown_values_are_a_sentence(client, many):
    html = client.get(LIST, {"type": "<script>"}).content.decode()
    assert "&lt;script&gt; cannot be chosen here" in html


@pytest.fixture
def library(db):
    institute = PartnerFactory(name="Institut des sols méditerranéens", acronym="ISM")
    sheet_of(institute, presentation_fr="Des haies séquestrant le carbone dans les vergers.")
    forest = PartnerFactory(name="Red de Agroforestería", acronym="REDAF")
    sheet_of(forest, services_es="Capacitación de agricultores.", needs_en="We are looking for cover crops.")
    PartnerFactory(name="Ministry of Agriculture")
    PartnerFactory(name="ISMA Foundation", type="foundation")
    PartnerFactory(name="Hidden Orchard", status="left")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("mediterraneens", ["Institut des sols méditerranéens"]),
        ("MÉDITERRANÉENS sols", ["Institut des sols méditerranéens"]),
        ("sequestrer verger", ["Institut des sols méditerranéens"]),  # other endings, no accents
        ("institut carbone", ["Institut des sols méditerranéens"]),  # one word in the name, one in the sheet
        ("agricultor", ["Red de Agroforestería"]),
        ("crop", ["Red de Agroforestería"]),
        ("ministry of the agriculture", ["Ministry of Agriculture"]),
        ("institut de sols", ["Institut des sols méditerranéens"]),
        ("agroforestrie", ["Red de Agroforestería"]),  # a slip of the pen
        ("minstry agricultre", ["Ministry of Agriculture"]),
        ("orchard", []),
        ("quite something else", []),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_search_forgives(client, library, words, names, language):
    response = client.get(LIST.replace("/en/", f"/{language}/"), {"q": words})
    assert [partner.name for partner in response.context["partners"]] == names


def test_exact_acronym_comes_first(client, library):
    assert found(q="ism") == ["Institut des sols méditerranéens", "ISMA Foundation"]
    assert found(q="ism", sort="name") == ["Institut des sols méditerranéens", "ISMA Foundation"]


@pytest.mark.parametrize(
    "words", ["' OR 1=1 --", "foo & | ! <-> :*", "\\", "%", "_", "(((", "a:*b", "é" * 90, "'''", "the", "de la"]
)
def test_hostile_words_find_nothing_wrong(client, library, words):
    response = client.get(LIST, {"q": words})
    assert response.status_code == 200
    assert "Hidden Orchard" not in response.content.decode()


def test_drafts_of_sheets_are_not_searched(client, library):
    partner = Partner.objects.get(name="Ministry of Agriculture")
    Sheet.objects.create(partner=partner, draft={"short_en": "Secret biochar."})
    assert found(q="biochar") == []


def test_newest_first(client, db):
    for year in (2019, 2024, 2021):
        PartnerFactory(name=f"Of {year}", joined_on=f"{year}-01-01")
    assert found(sort="newest") == ["Of 2024", "Of 2021", "Of 2019"]


def test_search_in_the_admin_is_the_same(client, sofia, library):
    client.force_login(sofia)
    html = client.get("/admin/partners/partner/", {"q": "sequestrer"}, follow=True).content.decode()
    assert "Institut des sols" in html


@pytest.mark.parametrize("query", [{}, {"q": "sols"}, {"region": "europe"}, {"near": "Paris"}, {"theme": ["x"]}])
def test_questions_do_not_grow(client, many, query, django_assert_max_num_queries):
    client.get(LIST, query)
    with django_assert_max_num_queries(8):
        client.get(LIST, query)
