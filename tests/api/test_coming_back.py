"""Everything leaves as open data and comes back: into an empty house, it says again what it said."""

import json

import pgtrigger
import pytest
from django.core.management import call_command

from practices.importing import bring_in, mapping, read_records
from practices.models import Practice, Provenance, Version
from tests.factories.practices import MEASURED, PracticeFactory, moved_to
from tests.practices.full import FULL

pytestmark = pytest.mark.django_db

SPANISH = MEASURED | {
    "title": {"es": "Zanjas de infiltración", "en": "Infiltration trenches"},
    "short_description": {"es": "Zanjas que retienen la lluvia."},
    "description": {"es": "Se cavan a curva de nivel."},
    "results": {"es": "El suelo guarda más agua.\n\nBrota hierba."},
    "basis": "field_experience",
    "countries": ["BO", "PE"],
    "land_use": ["grazing"],
    "purposes": ["adapt_climate"],
    "wocat_code": "technologies_77",
}
FRENCH = FULL | {"basis": "field_experience", "title": {"fr": "Paillage des planches"}, "wocat_code": "", "carbon": []}


def published_by(person, answers, language, **words):
    """A sheet of these answers that everybody can read, with its licence and the names of its authors."""
    practice = Practice.objects.begin(answers["title"][language], language=language, by=person)
    assert not practice.write(answers, by=person)
    practice.submit(by=person, **words)
    practice.review(by=None)
    practice.publish(by=None)
    return practice


@pytest.fixture
def published(victor, sofia):
    """Three sheets in three languages, under three licences; one of them in its second version."""
    full = PracticeFactory(status="published", answers=FULL)
    spanish = published_by(victor, SPANISH, "es", licence="cc-by-sa", authors="Quispe, R.; Almeida, V.")
    french = published_by(sofia, FRENCH, "fr", licence="cc0", authors="Issoufou, M.")
    french.revise(by=sofia)
    french.write({"area_ha": 12.5}, by=sofia)
    moved_to(french, "published")
    return [full, spanish, french]


def said():
    """{title: what its current version says, and by what it is found}."""
    facts = ("contents", "codes", "language", "licence", "authors", "evidence_level", "completeness_percent")
    titles = ("title_en", "title_fr", "title_es", "languages")
    return {
        version.heading[0]: {name: getattr(version, name) for name in (*facts, *titles)}
        for version in Version.objects.current()
    }


def test_what_leaves_comes_back_into_an_empty_house(published, tmp_path, sofia):
    before, codes = said(), {practice.code for practice in published}
    call_command("dump_open_data", tmp_path, verbosity=0)
    with pgtrigger.ignore():
        Version.objects.all().delete()
        Practice.objects.all().delete()
    assert said() == {}

    records = read_records((tmp_path / "practices.jsonl").read_bytes(), max_bytes=10_000_000)
    report = bring_in(records, mapping("own"), by=sofia, file_name="practices.jsonl", dry_run=False)
    assert report.counts == {"new": 3, "known": 0, "refused": 0}
    assert {origin.identifier for origin in Provenance.objects.all()} == codes
    for practice in Practice.objects.all():
        moved_to(practice, "published")
    assert said() == before

    call_command("dump_open_data", tmp_path, verbosity=0)
    again = [json.loads(line) for line in (tmp_path / "practices.jsonl").read_text().splitlines()]
    assert {record["title"] for record in again} == before.keys()
