"""From draft to published and on: who may what, when, and what stands meanwhile."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from practices.models import Practice, Version
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


def test_secretariat_publishes_a_reviewed_datasheet(sofia):
    practice = PracticeFactory(status="reviewed")
    version = practice.publish(by=sofia)
    assert practice.status == Practice.Status.PUBLISHED
    assert version.number == 1
    assert version.is_current


def test_only_what_was_reviewed_is_published(sofia):
    practice = PracticeFactory(status="submitted")
    with pytest.raises(ValidationError):
        practice.publish(by=sofia)


def test_author_never_reviews_her_own_datasheet(sofia, victor):
    practice = PracticeFactory(author=sofia, status="submitted")
    assert not sofia.has_perm("practices.review_practice", practice)
    with pytest.raises(ValidationError):
        practice.assign_reviewer(sofia, by=sofia)


def test_nobody_reviews_what_her_own_organisation_brings(sofia, amina, cast):
    practice = PracticeFactory(author=amina, organisation=cast.afris, status="submitted")
    colleague = cast._of(cast.afris, "colleague@example.org", "Colleague", "BJ", "fr")
    with pytest.raises(ValidationError):
        practice.assign_reviewer(colleague, by=sofia)


def test_reviewer_sees_and_reviews_what_she_is_assigned_and_nothing_else(sofia, bruno):
    practice, other = PracticeFactory(status="submitted"), PracticeFactory(status="submitted")
    assert not Practice.objects.visible_to(bruno).exists()
    practice.assign_reviewer(bruno, by=sofia)
    assert [*Practice.objects.visible_to(bruno)] == [practice]
    assert bruno.has_perm("practices.review_practice", practice)
    assert not bruno.has_perm("practices.review_practice", other)
    practice.release_reviewer(bruno, by=sofia)
    assert not Practice.objects.visible_to(bruno).exists()


def test_published_version_stands_while_the_next_is_written(sofia, victor):
    practice = PracticeFactory(author=victor, status="published", title="Mulching")
    practice.revise(by=victor)
    practice.write({"title": "Mulching with straw"}, by=victor)
    assert Version.objects.current().get().title == "Mulching"
    practice.submit(by=victor)
    practice.review(by=sofia)
    practice.publish(by=sofia)
    assert Version.objects.current().get().title == "Mulching with straw"
    assert practice.versions.count() == 2


def test_dropped_revision_says_again_what_is_published(victor):
    practice = PracticeFactory(author=victor, status="published", title="Mulching")
    practice.revise(by=victor)
    practice.write({"title": "Something else", "area_ha": 3}, by=victor)
    practice.drop_revision(by=victor)
    assert practice.title == "Mulching"
    assert practice.contents == practice.versions.get().contents
    assert practice.status == Practice.Status.PUBLISHED


def test_archived_sheet_is_read_by_nobody_and_comes_back(sofia, victor, bruno):
    practice = PracticeFactory(author=victor, status="published")
    practice.archive("It was wrong.", by=sofia)
    assert not Version.objects.visible_to(bruno).exists()
    practice.restore(by=sofia)
    assert Version.objects.visible_to(bruno).exists()


def test_version_is_final(victor):
    version = PracticeFactory(author=victor, status="published").versions.get()
    version.contents = {}
    with pytest.raises(Exception, match="versions_are_final"), transaction.atomic():
        version.save()


def test_two_versions_are_never_current(victor):
    version = PracticeFactory(author=victor, status="published").versions.get()
    version.pk, version.number = None, 2
    with pytest.raises(IntegrityError), transaction.atomic():
        version.save(force_insert=True)


def test_evidence_of_a_version_follows_its_figures(victor):
    assert PracticeFactory(author=victor, status="published", answers=MEASURED).versions.get().evidence_level == 3


PRIVATE = {
    "name": "Ferme Diallo",
    "country": "SN",
    "latitude": 14.71234,
    "longitude": -17.43123,
    "is_private_farm": True,
}


def test_private_farm_is_shown_to_ten_kilometres_without_its_name(victor):
    version = PracticeFactory(author=victor, status="published", answers={"sites": [PRIVATE]}).versions.get()
    site = version.sites.get()
    assert "Diallo" not in str(version.contents) + version.words_en + version.words_fr + version.words_es
    assert (site.name, site.is_blurred) == ("", True)
    assert 0 < abs(site.latitude - PRIVATE["latitude"]) < 0.09


def test_farm_whose_owner_agrees_is_shown_where_it_is(victor):
    farm = PRIVATE | {"shows_exactly": True}
    version = PracticeFactory(author=victor, status="published", answers={"sites": [farm]}).versions.get()
    assert version.sites.get().latitude == PRIVATE["latitude"]


def test_new_version_keeps_the_exact_place_for_its_author(victor):
    practice = PracticeFactory(author=victor, status="published", answers={"sites": [PRIVATE]})
    practice.revise(by=victor)
    practice.drop_revision(by=victor)
    assert practice.contents["sites"] == [PRIVATE]
