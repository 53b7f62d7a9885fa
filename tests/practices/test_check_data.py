"""`check_data` finds datasheets that break their promises, whatever wrote them."""

import pgtrigger
import pytest
from guardian.shortcuts import assign_perm

from home.checking import findings
from practices.models import Comment, Practice, Version
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


def sentences():
    words = ("practice", "version", "section", "review")
    return [found.sentence for found in findings() if any(word in found.sentence for word in words)]


def test_sound_sheets_are_not_mentioned(bruno, sofia):
    practice = PracticeFactory(status="published", answers=MEASURED)
    practice.tag("climate_zone", "arid", by=sofia)
    under_review = PracticeFactory(status="submitted")
    under_review.assign_reviewer(bruno, by=sofia)
    under_review.comment("essentials", "How deep?", by=bruno)
    PracticeFactory(status="archived")
    assert sentences() == []


def test_published_sheet_without_current_version():
    practice = PracticeFactory(status="published")
    practice.versions.update(is_current=False)
    assert sentences() == [f"practice {practice.code} is published and has no current version"]


def test_version_of_what_was_never_published():
    practice = PracticeFactory(status="published")
    Practice.objects.filter(pk=practice.pk).update(status="draft", published_at=None)
    assert sentences() == [f"practice {practice.code} was never published and has version 1"]


def test_published_sheet_nobody_confirmed():
    practice = PracticeFactory(status="published")
    Practice.objects.filter(pk=practice.pk).update(confirmed_at=None)
    assert "nobody knows since when it holds" in sentences()[0]


def test_edition_that_never_was():
    practice = PracticeFactory()
    Practice.objects.filter(pk=practice.pk).update(edition="1999")
    assert "the edition '1999', which never was" in sentences()[0]


def test_comment_on_a_section_the_form_has_not(bruno):
    practice = PracticeFactory(status="submitted")
    comment = Comment.objects.create(practice=practice, section="nowhere", text="So.", author=bruno)
    assert sentences() == [f"comment {comment.pk} is about the section 'nowhere' {practice.code} has not"]


def test_author_who_reviews_her_own_sheet(bruno):
    practice = PracticeFactory(author=bruno, status="submitted")
    assign_perm("practices.review_practice", bruno, practice)
    assert sentences() == [f"person {bruno.pk} is asked to review {practice.code}, which is her own"]


def test_reviewer_who_joined_the_organisation_of_the_sheet(amina, sofia, cast):
    practice = PracticeFactory(author=amina, organisation=cast.afris, status="submitted")
    colleague = cast._of(cast.afris, "colleague@example.org", "Colleague", "BJ", "fr")
    assign_perm("practices.review_practice", colleague, practice)
    assert sentences() == [
        f"person {colleague.pk} is asked to review {practice.code}, which her own organisation brings"
    ]


def test_reviewer_who_cannot_sign_in(bruno, sofia):
    practice = PracticeFactory(status="submitted")
    practice.assign_reviewer(bruno, by=sofia)
    type(bruno).objects.filter(pk=bruno.pk).update(is_active=False)
    assert f"person {bruno.pk} is asked to review {practice.code} and cannot sign in" in sentences()


def test_codes_evidence_and_completeness_that_follow_no_rule():
    version = PracticeFactory(status="published", answers=MEASURED).versions.get()
    Version.objects.update(codes=["land_use:elsewhere"], evidence_level=1)
    Practice.objects.update(completeness_percent=1)
    assert set(sentences()) == {
        f"version {version.pk} is not found by what it says and is tagged with",
        f"version {version.pk} has evidence level 1, and its figures have another",
        f"practice {version.practice.code} says it is 1 % complete, and is not",
    }


def test_answer_no_vocabulary_knows():
    practice = PracticeFactory(status="published")
    version = practice.versions.get()
    with pgtrigger.ignore("practices.Version:versions_are_final"):
        Version.objects.update(contents=version.contents | {"basis": "hearsay"})
    assert f"version {version.pk} answers basis by 'hearsay', which no vocabulary knows" in sentences()
