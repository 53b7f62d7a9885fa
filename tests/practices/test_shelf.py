"""The shelf: what each process knows of all datasheets, kept up with what happens to them."""

from datetime import timedelta

import pytest
import time_machine
from django.db import OperationalError, connection
from django.http import QueryDict
from django.utils import timezone

from practices.filters import Finder
from practices.models import Practice, Version
from practices.rows import MOST_LETTERS, begun
from practices.shelf import among, newest_first, one_after_the_other, shelf
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db


def published(**about):
    return PracticeFactory(status="published", **about)


def found(question=""):
    keys = [row.practice for row in Finder(QueryDict(question)).page(0, 20)]
    sheets = Practice.objects.in_bulk(keys)
    return [sheets[key] for key in keys]


def test_a_set_gives_back_its_places_the_last_first():
    places = [0, 7, 8, 64, 1000]
    assert newest_first(among(places), 0, 10) == places[::-1]
    assert newest_first(among(places), 1, 3) == [64, 8]
    assert newest_first(among([]), 0, 10) == []


def test_of_several_sets_pages_run_on():
    sets = [among([1, 5]), among([]), among([2, 3, 9])]
    assert [*one_after_the_other(sets, 0, 10)] == [5, 1, 9, 3, 2]
    assert [*one_after_the_other(sets, 1, 4)] == [1, 9, 3]
    assert [*one_after_the_other(sets, 4, 6)] == [2]


def test_what_is_new_stands_behind_what_was_there():
    first, second = published(), published()
    before = shelf()
    third = published()
    now = shelf()
    assert now is not before
    assert now.keys is before.keys
    assert found() == [third, second, first]


def test_what_was_published_earlier_than_others_finds_its_place():
    """It was being published while others were, and took longer."""
    first, second = published(), published()
    before = shelf()
    with time_machine.travel(timezone.now() - timedelta(minutes=1), tick=False):
        slow = published()
    assert found() == [second, first, slow]
    assert shelf().keys is not before.keys


def test_a_new_version_takes_the_place_of_the_old_one():
    sheet, other = published(answers={"climate_zone": "humid"}), published()
    assert found("climate_zone=humid") == [sheet]
    sheet.revise(by=sheet.author)
    sheet.write({"climate_zone": "arid"}, by=sheet.author)
    sheet.submit(by=sheet.author)
    sheet.review(by=None)
    sheet.publish(by=None)
    assert found() == [sheet, other]
    assert not found("climate_zone=humid")
    assert found("climate_zone=arid") == [sheet]


def test_what_is_tagged_is_found_at_once_and_untagged_no_more(sofia):
    sheet = published()
    assert not found("climate_zone=humid")
    sheet.tag("climate_zone", "humid", by=sofia)
    assert found("climate_zone=humid") == [sheet]
    sheet.untag("climate_zone", "humid", by=sofia)
    assert not found("climate_zone=humid")


def test_words_are_looked_for_once_a_minute(monkeypatch, django_assert_num_queries):
    published(title="Straw mulch")
    assert len(found("q=straw")) == 1
    with django_assert_num_queries(1):  # whether anything has changed
        assert Finder(QueryDict("q=straw&sort=newest")).drawn_page(0, 20)
    now = shelf()
    monkeypatch.setattr(now, "at", now.at - 61)
    assert shelf() is not now
    assert len(found("q=straw")) == 1


def test_a_change_that_becomes_visible_late_is_seen_within_a_minute(monkeypatch):
    """Its transaction took longer than that of a later one."""
    sheet, other = published(), published()
    Version.objects.filter(practice=other).update(recoded_at=timezone.now())
    now = shelf()
    late = timezone.now() - timedelta(seconds=30)
    Version.objects.filter(practice=sheet).update(codes=["climate_zone:arid"], recoded_at=late)
    assert not found("climate_zone=arid")
    monkeypatch.setattr(now, "at", now.at - 61)
    assert found("climate_zone=arid") == [sheet]


def test_a_shelf_whose_reading_failed_is_read_anew():
    published(answers={"climate_zone": "humid"})
    assert len(found()) == 1
    sheet = published(answers={"climate_zone": "arid"})
    with connection.execute_wrapper(interrupted), pytest.raises(OperationalError):
        shelf()
    assert found("climate_zone=arid") == [sheet]


def interrupted(execute, sql, params, many, context):
    """The database goes away before codes are read."""
    if "unnest(codes)" in sql:
        raise OperationalError("The connection was lost.")
    return execute(sql, params, many, context)


def test_row_tells_as_much_as_fits_in_whole_words():
    assert begun("Straw on beds.") == "Straw on beds."
    told = "compost, " * 40
    assert begun(told) == told[:MOST_LETTERS].rpartition(",")[0] + "…"
    assert begun("a" * 300) == "a" * MOST_LETTERS + "…"
