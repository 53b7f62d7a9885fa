"""Tagging: the secretariat adds codes by which published sheets are found; what was published stays as it was."""

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity
from practices.models import Tag, Term, Version
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db


def codes_of(practice):
    return practice.versions.current().get().codes


def test_tagged_sheet_is_found_by_the_code_and_what_lies_above_it(sofia):
    practice = PracticeFactory(status="published")
    before = practice.versions.get().contents
    practice.tag("measures", "a1", by=sofia)
    assert {"measures:a1", "measures:agronomic"} <= set(codes_of(practice))
    assert practice.versions.get().contents == before
    assert (Tag.objects.get().tagged_by, str(Tag.objects.get())) == (sofia, "Measures: Vegetation and soil cover")


def test_tag_outlasts_the_next_version(sofia, victor):
    practice = PracticeFactory(author=victor, status="published")
    practice.tag("climate_zone", "arid", by=sofia)
    practice.revise(by=victor)
    practice.submit(by=victor)
    practice.review(by=sofia)
    practice.publish(by=sofia)
    assert practice.versions.count() == 2
    assert "climate_zone:arid" in codes_of(practice)


def test_answer_of_its_author_goes_before_a_tag_where_there_is_one_answer(sofia, victor):
    practice = PracticeFactory(author=victor, status="published")
    practice.tag("climate_zone", "arid", by=sofia)
    practice.revise(by=victor)
    practice.write({"climate_zone": "humid"}, by=victor)
    practice.submit(by=victor)
    practice.review(by=sofia)
    practice.publish(by=sofia)
    assert [code for code in codes_of(practice) if code.startswith("climate_zone")] == ["climate_zone:humid"]


def test_untagged_sheet_is_found_by_what_it_says(sofia):
    practice = PracticeFactory(status="published")
    before = codes_of(practice)
    practice.tag("groups", "agroforestry", by=sofia)
    practice.untag("groups", "agroforestry", by=sofia)
    assert codes_of(practice) == before
    assert not Tag.objects.exists()
    assert list(Activity.objects.about(practice).values_list("verb", flat=True)[:2]) == ["untagged", "tagged"]


@pytest.mark.parametrize(
    ("question", "code", "sentence"),
    [
        ("land_use", "cropland_annual", "The sheet says so itself."),
        ("basis", "scientific", "This question has one answer"),
        ("land_use", "nowhere", "Nobody can choose this answer."),
        ("title", "mulching", "Nobody can choose this answer."),
        ("groups", "biochar", "Nobody can choose this answer."),
        ("climate_zone", "arid", "It is tagged so already."),
        ("climate_zone", "humid", "This question has one answer"),
    ],
)
def test_what_cannot_be_tagged(sofia, question, code, sentence):
    practice = PracticeFactory(status="published")
    practice.tag("climate_zone", "arid", by=sofia)
    with pytest.raises(ValidationError, match=sentence):
        practice.tag(question, code, by=sofia)
    assert Tag.objects.count() == 1


def test_retired_term_is_no_tag(sofia):
    Term.objects.get(vocabulary__slug="climate-zone", code="arid").retire(by=sofia)
    with pytest.raises(ValidationError, match="Nobody can choose"):
        PracticeFactory(status="published").tag("climate_zone", "arid", by=sofia)


@pytest.mark.parametrize("status", ["draft", "submitted", "archived"])
def test_only_what_everybody_reads_is_tagged(sofia, status):
    practice = PracticeFactory(status=status)
    for verb in (practice.tag, practice.untag):
        with pytest.raises(ValidationError, match="Only a published datasheet"):
            verb("climate_zone", "arid", by=sofia)


def test_answer_of_the_author_is_not_untagged(sofia):
    practice = PracticeFactory(status="published")
    with pytest.raises(ValidationError, match="only the author changes"):
        practice.untag("land_use", "cropland_annual", by=sofia)
    assert "land_use:cropland_annual" in codes_of(practice)


def test_tags_are_seen_by_whoever_sees_the_sheet(sofia, bruno):
    practice = PracticeFactory(status="published")
    practice.tag("climate_zone", "arid", by=sofia)
    assert Tag.objects.visible_to(bruno).exists()
    assert Version.objects.visible_to(bruno).filter(codes__contains=["climate_zone:arid"]).exists()


def test_only_the_secretariat_tags(sofia, bruno):
    practice = PracticeFactory(author=bruno, status="published")
    assert sofia.has_perm("practices.tag_practice", practice)
    assert not bruno.has_perm("practices.tag_practice", practice)
