"""Days and hours people type: within what every calendar, clock and database knows."""

from datetime import UTC, datetime, time, timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

EARLIEST, FURTHEST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def validate_within_reach(moment):
    """Refuse slips of the pen: of years before the platform, and of those that some zone cannot tell any more."""
    if not EARLIEST <= moment < FURTHEST:
        raise ValidationError(_("Choose a date between the years 2000 and 2200."))


def validate_day_within_reach(day):
    """The same for a day without an hour."""
    if not EARLIEST.date() <= day < FURTHEST.date():
        raise ValidationError(_("Choose a date between the years 2000 and 2200."))


def end_of(day):
    """The last second of the day where the reader lives; None for no day."""
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day, time.max) - timedelta(microseconds=999999))
