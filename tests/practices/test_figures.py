"""Figures about published practices: each sheet once, drafts and archived ones never, in one query each."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from practices import figures
from practices.models import Practice
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def four_sheets():
    """One in Senegal with figures, one in Senegal and France, one archived, one draft."""
    first = PracticeFactory(status="published", answers=MEASURED | {"climate_zone": "arid"})
    PracticeFactory(status="published", answers={"countries": ["FR", "SN"]})
    PracticeFactory(status="archived", answers={"countries": ["BR"]})
    PracticeFactory(answers={"countries": ["BR"]})
    return first


def named(pairs):
    return {str(thing): number for thing, number in pairs if number}


def test_only_what_everybody_reads_counts(four_sheets):
    assert figures.published() == 2


def test_sheet_of_two_regions_counts_in_each(four_sheets):
    found = figures.by_large_region()
    assert named(found) == {"Africa": 2, "Europe": 1}
    assert len(found) == 5
    assert figures.covered(found) == 2


def test_zones_are_those_of_the_vocabulary_and_tags_count(four_sheets, sofia):
    assert named(figures.by_climate_zone()) == {"Arid": 1}
    other = Practice.objects.public().exclude(pk=four_sheets.pk).get()
    other.tag("climate_zone", "humid", by=sofia)
    assert named(figures.by_climate_zone()) == {"Arid": 1, "Humid": 1}
    assert len(figures.by_climate_zone()) == 4


def test_every_level_of_evidence_is_named(four_sheets):
    assert figures.by_evidence_level() == [(0, 1), (1, 0), (2, 0), (3, 1), (4, 0)]


def test_yearly_review_is_the_share_confirmed_within_365_days(four_sheets):
    assert figures.yearly_review().share_percent == 100
    Practice.objects.filter(pk=four_sheets.pk).update(confirmed_at=timezone.now() - timedelta(days=366))
    review = figures.yearly_review()
    assert (review.published, review.confirmed, review.share_percent) == (2, 1, 50)


def test_share_of_nothing_is_no_share():
    assert figures.yearly_review().share_percent is None


@pytest.mark.parametrize("figure", ["published", "by_large_region", "by_climate_zone", "by_evidence_level"])
def test_each_figure_needs_one_query(four_sheets, figure, django_assert_max_num_queries):
    getattr(figures, figure)()
    with django_assert_max_num_queries(1):
        getattr(figures, figure)()


def test_objective_about_practices_shows_them_and_others_do_not(client, four_sheets):
    page = client.get(reverse("objectives:detail", args=["b2"])).content.decode()
    assert "2 of 5" in page
    assert 'id="practices"' in page
    assert 'id="practices"' not in client.get(reverse("objectives:detail", args=["a2"])).content.decode()


def test_readers_see_what_the_secretariat_has_added(client, four_sheets, sofia):
    four_sheets.tag("groups", "agroforestry", by=sofia)
    page = client.get(four_sheets.get_absolute_url()).content.decode()
    assert "Added by the secretariat" in page
    assert "Agroforestry" in page
