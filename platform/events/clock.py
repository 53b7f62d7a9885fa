"""Hours as people say them: typed in one zone, read in another, with the zone's name and its distance from UTC."""

from datetime import UTC, timedelta
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def moment_of(day_and_hour, zone_name):
    """(moment, whether that hour comes twice) of a day and hour typed without zone, in the zone `zone_name`.

    When clocks go back an hour comes twice: the earlier one is taken. When they go forward an hour is left out:
    raises ValidationError.
    """
    zone = ZoneInfo(zone_name)
    earlier, later = (day_and_hour.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if earlier.utcoffset() == later.utcoffset():
        return earlier.astimezone(UTC), False
    if earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == day_and_hour:
        return earlier.astimezone(UTC), True
    raise ValidationError(
        _("%(hour)s does not exist on that day in %(zone)s: the clocks go forward. Choose an earlier or a later hour."),
        code="no_such_hour",
        params={"hour": f"{day_and_hour:%H:%M}", "zone": zone_name},
    )


def offset(moment):
    """The distance from UTC at a moment with zone: "UTC", "UTC+05:30", "UTC−12"."""
    minutes = int(moment.utcoffset() / timedelta(minutes=1))
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}" + (f":{rest:02}" if rest else "")


def zone_in_words(moment):
    """The zone in which `moment` is said: "Africa/Porto-Novo, UTC+1"; "UTC" alone."""
    name, distance = timezone.get_current_timezone_name(), offset(timezone.localtime(moment))
    name = getattr(timezone.get_current_timezone(), "key", name)
    return distance if name == distance else f"{name}, {distance}"


def span(starts_at, ends_at):
    """From when to when, where the reader lives: "Thursday 3 December 2026, 15:00–16:30 (Africa/Dakar, UTC)"."""
    begin, end = timezone.localtime(starts_at), timezone.localtime(ends_at)
    day = date_format(begin, "DATE_FORMAT")
    until = f"{end:%H:%M}" if end.date() == begin.date() else f"{date_format(end, 'DATE_FORMAT')}, {end:%H:%M}"
    return _("%(weekday)s %(day)s, %(begin)s–%(end)s (%(zone)s)") % {
        "weekday": date_format(begin, "l"),
        "day": day,
        "begin": f"{begin:%H:%M}",
        "end": until,
        "zone": zone_in_words(starts_at),
    }


def this_year():
    """The calendar year it is, by universal time."""
    return timezone.now().year
