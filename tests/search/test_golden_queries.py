"""What people type, and what they must find: accents, endings, synonyms, slips of the pen, closed rooms."""

from copy import copy

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection, transaction
from django.utils import translation

from core.asking import Asked
from search.finding import groups_of, near, near_words
from search.kinds import KINDS
from tests.cast import Cast
from tests.factories.projects import IdeaFactory
from tests.search.house import furnish

pytestmark = pytest.mark.django_db

COVERS = "cover orchards suelo"


@pytest.fixture(scope="module")
def house(django_db_setup, django_db_blocker):
    """(cast, {title: name}), made once for all queries."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = Cast()
        # Whoever steps on stage in a test would be gone with it.
        for person in ("amina", "bruno", "sofia", "victor"):
            getattr(cast, person)
        yield cast, furnish(cast)
        transaction.set_rollback(True)


def found(house, who, typed, language="en"):
    """The names of what `who` finds."""
    cast, names = house
    user = getattr(cast, who) if who else AnonymousUser()
    with translation.override(language):
        rows = [row for group in groups_of(Asked(typed), user) for row in group.rows]
    return {names[row.title] for row in rows if row.title in names}


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        # One word in three languages.
        ("couverture du sol", COVERS),
        ("soil cover", COVERS),
        ("cobertura del suelo", COVERS),
        ("COUVERTURES DES SOLS", COVERS),
        ("cover of soil", "cover"),
        ("ground cover", COVERS),
        ("couverture vergers", "orchards"),
        ("soil cover oaxaca", "suelo"),
        ("cobertura suelo Oaxaca", "suelo"),
        # Stems and accents.
        ("verger", "orchards"),
        ("orchard", "orchards"),
        ("huerto frutal", "orchards"),
        ("erosion", "terraces"),
        ("érosion", "terraces"),
        ("erosión", "terraces"),
        ("ÉROSION", "terraces"),
        ("e\u0301rosion", "terraces"),
        # In French "terrasse" and "terre" have one stem.
        ("terrasse", "terraces worms"),
        ("terracing", "terraces worms"),
        ("bancal", "terraces worms"),
        ("l'érosion", "terraces"),
        ("reunion erosion", "terraces"),
        ("erable", "maple"),
        ("Érable", "maple"),
        ("fundacion erable", "maple"),
        ("FERA", "maple"),
        ("spectroscopie sonde", "spectra"),
        ("reboiser", "maple"),
        ("éleveur ferlo", "maple"),
        # A field's own words.
        ("no-till", "worms"),
        ("no till", "worms"),
        ("zero tillage", "worms"),
        ("siembra directa", "worms"),
        ("semis direct", "worms"),
        ("earthworms", "worms"),
        ("lombriz", "worms"),
        ("ver de terre", "worms"),
        ("no-till earthworm", "worms"),
        ("soil organic carbon", "paddy"),
        ("carbone organique du sol", "paddy"),
        ("carbono orgánico del suelo", "paddy"),
        ("SOC", "paddy"),
        ("rotativo pastoreo", "grazing"),
        ("pâturage", "grazing"),
        ("managed grazing", "grazing"),
        ("pastoreos", "grazing"),
        ("sabanas", "grazing"),
        ("compost", "compost"),
        ("compostaje", "compost"),
        ("fumier", "compost"),
        ("estiércol", "compost"),
        ("composting humus", "compost"),
        ("peat", "peat"),
        ("tourbières", "peat"),
        ("turbera", "peat"),
        ("ndiaye", ""),
        ("diaye muller", "peat"),
        ("rastrojos", "suelo"),
        ("crop residues", "suelo"),
        ("funding", "strategy"),
        ("financement coopérative", "strategy"),
        ("grants for cooperatives", "strategy"),
        ("organisation paysanne", "strategy"),
        # What an expert answered is found with the question.
        ("setos vivos", "hedges"),
        ("gliricidias", "hedges"),
        # Hidden words are not found.
        ("quinoa", ""),
        ("xylophone", ""),
        ("peat xylophone", ""),
    ],
)
def test_who_sees_all_finds(house, typed, expected):
    assert found(house, "amina", typed) == set(expected.split())


@pytest.mark.parametrize(
    ("who", "typed", "expected"),
    [
        ("bruno", "soil organic carbon", ""),
        ("bruno", "zero tillage", ""),
        ("bruno", "érosion", ""),
        ("bruno", "peat", "peat"),
        ("bruno", "grazing", "grazing"),
        ("bruno", "compost", "compost"),
        ("victor", "peat", ""),
        ("victor", "compost", ""),
        ("victor", "gliricidia", "hedges"),
        (None, "gliricidia", ""),
        ("victor", "soil cover", COVERS),
        (None, "soil cover", COVERS),
        (None, "peat", ""),
        (None, "compost", ""),
        (None, "grazing", ""),
        (None, "érosion", ""),
        (None, "funding", "strategy"),
        ("sofia", "zero tillage", "worms"),
    ],
)
def test_what_lies_in_closed_rooms_is_not_found(house, who, typed, expected):
    assert found(house, who, typed) == set(expected.split())


@pytest.mark.parametrize(
    ("typed", "expected"), [("Fundasion Erabel", "maple"), ("Pastoreo rotatvo", "grazing"), ("Oaxacca suelo", "suelo")]
)
def test_slips_of_the_pen_lead_to_the_nearest_titles(house, typed, expected):
    cast, names = house
    assert not groups_of(Asked(typed), cast.amina)
    assert expected in {names.get(row.title) for row in near(Asked(typed), cast.amina)}


def test_slips_of_the_pen_do_not_betray_what_lies_in_closed_rooms(house):
    cast, names = house
    assert "worms" not in {names.get(row.title) for row in near(Asked("zero tillaje after tenn"), cast.bruno)}


def test_indexes_and_ranking_mean_the_same_by_alike(db):
    """Otherwise an index would leave out names that resemble enough, or the ranking would."""
    with connection.cursor() as cursor:
        cursor.execute("SHOW pg_trgm.word_similarity_threshold")
        assert float(cursor.fetchone()[0]) == settings.WORDS_ALIKE_FROM


@pytest.mark.parametrize("kind", [kind for kind in KINDS.values() if kind.plain_names], ids=lambda kind: kind.key)
def test_index_of_names_leaves_out_nothing_that_is_called_alike(house, kind):
    cast, _names = house
    thorough = copy(kind)
    thorough.plain_names = ()
    for typed in ("fundasion erabel", "zero tillaje", "guide composting", "peatland cuvete", "pastoreo rotatvo"):
        by_index, by_reading = (list(each.resembling(typed, cast.amina)) for each in (kind, thorough))
        assert by_index == by_reading


@pytest.mark.parametrize(
    ("typed", "expected"), [("agroforstry", "agroforestry"), ("teledetecion", "teledetección"), ("paturge", "pâturage")]
)
def test_slips_of_the_pen_lead_to_the_nearest_words(house, typed, expected):
    assert expected in near_words(Asked(typed))


def test_a_word_in_the_title_comes_first(house):
    cast, names = house
    groups = {group.key: group for group in groups_of(Asked("winter"), cast.amina)}
    later = IdeaFactory(title="Winter wheat", author=cast.amina)
    earlier = [names.get(row.title) for row in groups["ideas"].rows]
    after = {group.key: group for group in groups_of(Asked("winter"), cast.amina)}["ideas"].rows
    assert earlier == ["cover"]
    assert [row.title for row in after] == [later.title, "Bare fields need soil cover"]


@pytest.mark.parametrize(
    "typed",
    ["x" * 5000, "soil " * 1000, "a b c d e f g h i j k", "the of and", "la de los", "!?&|()<->:*", "'; --", '"', "\\"]
    + [
        "%_",
        "\0",
        "日本語 土壌",
        "١٢٣",
        "9" * 300,
        "œuvre",
        "ß",
        "a_b",
        "😀",
        "' & ' | !",
        "\\m(",
        "[",
        "co2",
        "1e999",
    ],
)
def test_nothing_that_is_typed_breaks_it(house, typed):
    cast, _names = house
    asked = Asked(typed)
    assert len(asked.words) <= 8
    if asked:
        groups_of(asked, cast.amina)
        near(asked, cast.amina)
        near_words(asked)
