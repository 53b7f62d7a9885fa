"""The rules of a time zone as a VTIMEZONE: one observance for each change of the clocks in the years that matter.

The generator of the icalendar package names the changes in the hour after them and gathers them in lists, which other
programs read an hour wrong; what is said one by one, in the hour before, is read alike by all.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

STEP = timedelta(days=1)


def rules_of(name, first, last):
    """The VTIMEZONE of the zone `name` that is right from the year of `first` to the end of that of `last`."""
    zone = ZoneInfo(name)
    begin, end = datetime(first.year, 1, 1, tzinfo=UTC), datetime(last.year + 1, 1, 1, tzinfo=UTC)
    component = Timezone()
    component.add("tzid", name)
    component.add_component(observance(begin, zone, begin.astimezone(zone).utcoffset()))
    moment = begin
    while moment < end:
        before = moment.astimezone(zone).utcoffset()
        if (moment + STEP).astimezone(zone).utcoffset() != before:
            component.add_component(observance(change_between(moment, moment + STEP, zone), zone, before))
        moment += STEP
    return component


def change_between(early, late, zone):
    """The first moment at which the clocks of `zone` go otherwise than at `early`, to the minute."""
    offset = early.astimezone(zone).utcoffset()
    while late - early > timedelta(minutes=1):
        middle = early + timedelta(minutes=(late - early) // timedelta(minutes=2))
        if middle.astimezone(zone).utcoffset() == offset:
            early = middle
        else:
            late = middle
    return late


def observance(moment, zone, before):
    """What holds from `moment` on; the hour is said as the clocks showed it before."""
    after = moment.astimezone(zone)
    component = TimezoneDaylight() if after.dst() else TimezoneStandard()
    component.add("dtstart", (moment + before).replace(tzinfo=None))
    component.add("tzoffsetfrom", before)
    component.add("tzoffsetto", after.utcoffset())
    component.add("tzname", after.tzname())
    return component
