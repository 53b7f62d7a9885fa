"""Finding works: words in three languages without accents, facets with true numbers, twins before they are made."""

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from core.models import Theme
from library.filters import PATHS, TOTAL, Finder
from library.models import Work
from objectives.models import Objective
from tests.factories.library import WorkFactory, paper
from tests.factories.register import region

pytestmark = pytest.mark.django_db


def found(question, user):
    return Finder(QueryDict(question), Work.objects.visible_to(user).kept())


@pytest.fixture
def shelf(bruno):
    """Three works: a guide in two languages, a synthesis, a film."""
    guide = WorkFactory(
        by=bruno,
        title="Mesurer le carbone des vergers",
        language="fr",
        authors="Núñez, P.",
        year=2024,
        licence="cc-by",
        objectives=Objective.objects.filter(code="A2"),
        regions=[region("africa")],
        themes=Theme.objects.order_by("position")[:2],
    )
    guide.add_language("en", title="Measuring carbon in orchards", abstract="With a spade.", upload=paper(), by=bruno)
    synthesis = WorkFactory(by=bruno, type="synthesis", title="Cover crops", year=2020, licence="cc-by")
    film = WorkFactory(by=bruno, type="media", title="Abonos verdes de los andinos", language="es")
    return guide, synthesis, film


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("verger", {0}),
        ("VERGERS carbone", {0}),
        ("orchard", {0}),
        ("spades", {0}),
        ("nunez", {0}),
        ("abono", {2}),
        ("crops", {1}),
        ("orchard crops", set()),
        ("--", set()),
    ],
)
def test_words_are_found_in_every_language(shelf, bruno, words, expected):
    assert set(found(f"q={words}", bruno).rows) == {shelf[number] for number in expected}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("type=synthesis", {1}),
        ("language=en", {0, 1}),
        ("language=fr", {0}),
        ("objective=A2", {0}),
        ("region=africa", {0}),
        ("year=2020", {1}),
        ("licence=cc-by", {0, 1}),
        ("licence=cc-by&year=2024", {0}),
        ("type=nonsense&year=99999999999999", {0, 1, 2}),
        ("theme=nonsense", {0, 1, 2}),
    ],
)
def test_facets_narrow_the_list(shelf, bruno, question, expected):
    assert set(found(question, bruno).rows) == {shelf[number] for number in expected}
    assert found(question, bruno).total == len(expected)


def test_numbers_beside_the_choices_are_what_they_lead_to(shelf, bruno):
    for question in ("", "licence=cc-by", "language=en&type=guide", "q=carbone"):
        finder = found(question, bruno)
        for facet in PATHS:
            for value, number in finder.numbers[facet].items():
                asked = QueryDict(question, mutable=True)
                asked[facet] = value
                assert Finder(asked, finder.works).rows.count() == number, (question, facet, value)


def test_replaced_version_is_no_language_to_find(shelf, bruno):
    film = shelf[2]
    film.replace(film.versions.get(), address="https://b.example/", by=bruno)
    assert found("", bruno).numbers["language"]["es"] == 1


def test_all_numbers_are_one_query(shelf, bruno):
    finder = found("language=en&theme=carbon", bruno)
    bruno.has_perm("spaces.view_space")
    with CaptureQueriesContext(connection) as queries:
        assert finder.numbers[TOTAL]
    assert len(queries) == 1


def test_latest_year_or_most_downloaded_first(shelf, bruno):
    guide, synthesis, film = shelf
    synthesis.versions.get().downloads.create(month="2026-01-01", number=3)
    assert list(found("sort=year", bruno).rows) == [guide, synthesis, film]
    assert list(found("sort=downloads", bruno).rows)[0] == synthesis
    assert list(found("sort=nonsense", bruno).rows) == [film, synthesis, guide]


def test_same_doi_and_similar_titles_are_twins(bruno):
    twin = WorkFactory(by=bruno, title="Mesurer le carbone du sol dans les fermes", language="fr", doi="10.1016/x.1")
    WorkFactory(by=bruno, title="Cover crops of the Andes")
    visible = Work.objects.visible_to(bruno)
    by_title = visible.like(titles=["Mesurer le carbone des sols dans les fermes"])
    assert [(each.obj, each.why) for each in by_title] == [(twin, "a similar title")]
    by_doi = visible.like(titles=["Something else"], doi="10.1016/x.1")
    assert [(each.obj, each.why) for each in by_doi] == [(twin, "the same DOI")]
    assert visible.like(titles=["", " "]) == []


def test_twin_in_a_room_she_does_not_enter_is_not_named(bruno, a2, amina):
    WorkFactory(by=amina, space=a2.space, title="Secret soils of the task force")
    assert Work.objects.visible_to(bruno).like(titles=["Secret soils of the task force"]) == []
