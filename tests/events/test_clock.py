"""Hours typed in one zone and read in another, from UTC−12 to UTC+14 and when clocks change."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone, translation

from events.clock import moment_of, offset, span


def typed(text):
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("zone", "text", "expected", "distance"),
    [
        ("Etc/GMT+12", "2026-12-01T10:00", "2026-12-01T22:00", "UTC−12"),
        ("Pacific/Kiritimati", "2026-12-01T10:00", "2026-11-30T20:00", "UTC+14"),
        ("Asia/Kathmandu", "2026-12-01T10:00", "2026-12-01T04:15", "UTC+5:45"),
        ("America/St_Johns", "2026-12-01T10:00", "2026-12-01T13:30", "UTC−3:30"),
        ("Africa/Dakar", "2026-12-01T10:00", "2026-12-01T10:00", "UTC"),
        ("Europe/Paris", "2026-07-01T10:00", "2026-07-01T08:00", "UTC+2"),
    ],
)
def test_an_hour_means_the_same_moment_everywhere(zone, text, expected, distance):
    moment, is_doubled = moment_of(typed(text), zone)
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert not is_doubled
    assert offset(moment.astimezone(ZoneInfo(zone))) == distance


@pytest.mark.parametrize(
    ("zone", "text"),
    [
        ("Europe/Paris", "2026-03-29T02:30"),
        ("America/New_York", "2026-03-08T02:00"),
        ("Australia/Lord_Howe", "2026-10-04T02:15"),  # half an hour only
        ("Pacific/Apia", "2011-12-30T10:00"),  # a whole day was left out
    ],
)
def test_an_hour_that_does_not_exist_is_refused_with_its_zone(zone, text):
    with pytest.raises(ValidationError, match=f"does not exist on that day in {zone}"):
        moment_of(typed(text), zone)


@pytest.mark.parametrize(
    ("zone", "text", "expected"),
    [
        ("Europe/Paris", "2026-10-25T02:30", "2026-10-25T00:30"),
        ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"),
        ("Australia/Lord_Howe", "2026-04-05T01:45", "2026-04-04T14:45"),
    ],
)
def test_of_an_hour_that_comes_twice_the_earlier_one_is_taken(zone, text, expected):
    moment, is_doubled = moment_of(typed(text), zone)
    assert is_doubled
    assert moment == datetime.fromisoformat(expected).replace(tzinfo=UTC)


def test_the_edges_of_the_changes_are_plain_hours():
    assert moment_of(typed("2026-03-29T03:00"), "Europe/Paris") == (datetime(2026, 3, 29, 1, tzinfo=UTC), False)
    assert moment_of(typed("2026-10-25T03:00"), "Europe/Paris") == (datetime(2026, 10, 25, 2, tzinfo=UTC), False)


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Etc/GMT+12", "Monday 30 November 2026, 23:00–23:59 (Etc/GMT+12, UTC−12)"),
        ("Pacific/Kiritimati", "Wednesday 2 December 2026, 01:00–01:59 (Pacific/Kiritimati, UTC+14)"),
        ("UTC", "Tuesday 1 December 2026, 11:00–11:59 (UTC)"),
    ],
)
def test_readers_see_their_own_day_and_hour_with_the_zone(zone, expected):
    begins = datetime(2026, 12, 1, 11, tzinfo=UTC)
    with timezone.override(ZoneInfo(zone)):
        said = span(begins, begins.replace(minute=59))
    assert said == expected


def test_a_meeting_over_midnight_names_both_days():
    begins = datetime(2026, 12, 1, 22, 30, tzinfo=UTC)
    with timezone.override(ZoneInfo("Europe/Paris")), translation.override("fr"):
        said = span(begins, begins.replace(hour=23, minute=30))
    assert "1" in said and "2 décembre 2026, 00:30" in said and "Europe/Paris, UTC+1" in said
