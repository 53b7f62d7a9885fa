"""What comes in the next days and a person may want to be there for, or ready: each app declares it, as in
`core.duties`, and the weekly digest tells it.

    @comes("taskforces.meeting")
    def meetings(user, until):
        for meeting in Meeting.objects.of(user).filter(starts_at__range=(timezone.now(), until)):
            yield Coming(meeting.title, str(meeting.task_force), meeting.starts_at, meeting.get_absolute_url())

It yields only what `user` may see, from now on.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone
from django.utils.functional import Promise

_kinds = {}

DAYS = 14


@dataclass(frozen=True)
class Coming:
    """One thing that comes: what, of whom, when, where to read of it. A day without an hour is a date."""

    title: str | Promise
    about: str
    at: datetime | date
    url: str

    @property
    def has_hour(self):
        return isinstance(self.at, datetime)

    @property
    def moment(self):
        """When it begins; a day begins at its first hour in the active time zone."""
        return self.at if self.has_hour else timezone.make_aware(datetime.combine(self.at, time.min))


def comes(name):
    """Declare the function from a person and a moment to what comes for her until then; `name` is unique."""

    def register(function):
        if name in _kinds:
            raise ValueError(f"Two kinds of what comes are called {name}.")
        _kinds[name] = function
        return function

    return register


def coming(user, days=DAYS):
    """All that comes for `user` in the next `days` days, the soonest first."""
    until = timezone.now() + timedelta(days=days)
    found = [each for tell in _kinds.values() for each in tell(user, until)]
    return sorted(found, key=lambda each: (each.moment, str(each.title)))
