"""What waits for a person: each app declares its kinds of duties in its `duties.py`, the home page gathers them.

    @waits("taskforces.statement")
    def statements(user):
        return Application.objects.to_complete(user)

    @statements.told
    def statement(application):
        return Duty(_("Write your statement"), str(application.task_force), application.submitted_at, url, due=...)

The first function finds the rows that wait for `user`, the oldest first, whether none or many, and is counted in one
query with all other kinds; the second is asked only for rows that are shown. A row that no longer waits is no longer
found: nothing is stored, so nothing has to be cleaned up.

As what she acts is said by the thing she acts for: `role=application.task_force` becomes "As leader of A2" where she
leads it, "As representative of Africa in A2" where she represents; `role=partner` "As focal point of AFRIS";
`role=SECRETARIAT` is the secretariat's; without any she acts in her own name.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

_kinds = {}

LATE_AFTER = timedelta(days=7)
SOON = timedelta(days=7)
# What she does as one of the secretariat.
SECRETARIAT = "secretariat"


class When(models.TextChoices):
    """By when a thing has to be done, in the order of the page."""

    OVERDUE = "overdue", pgettext_lazy("duties", "Overdue")
    SOON = "soon", pgettext_lazy("duties", "In the next 7 days")
    LATER = "later", pgettext_lazy("duties", "Later")
    OPEN = "open", pgettext_lazy("duties", "No date")


@dataclass(frozen=True)
class Duty:
    """One thing that waits: what, about whom, since when, where; `due` when it has to be done by a moment.

    `role` is what she acts for: a task force, a seat, an organisation, SECRETARIAT, or None for herself.
    """

    title: str | Promise
    about: str
    since: datetime
    url: str
    due: datetime | None = None
    role: object = None

    @property
    def turns_late_at(self):
        """From when on it is late: its moment or, where it has none, a week after it began to wait."""
        return self.due or self.since + LATE_AFTER

    @property
    def is_late(self):
        """Whether its moment has passed or, where it has none, whether it has waited for more than a week."""
        return self.turns_late_at < timezone.now()

    @property
    def when(self):
        """Its place on the page."""
        if self.is_late:
            return When.OVERDUE
        if self.due is None:
            return When.OPEN
        return When.SOON if self.due <= timezone.now() + SOON else When.LATER


class Kind:
    """One kind of duty: `find(user)` is a QuerySet, `tell(row)` a Duty."""

    def __init__(self, name, find):
        self.name, self.find, self.tell = name, find, None

    def __call__(self, user):
        return self.find(user)

    def told(self, function):
        """Declare what a row is called on the page."""
        self.tell = function
        return function


def waits(name):
    """Declare the function from a person to the rows that wait for her; `name` is unique: "taskforces.answer"."""

    def register(function):
        if name in _kinds:
            raise ValueError(f"Two kinds of duties are called {name}.")
        _kinds[name] = Kind(name, function)
        return _kinds[name]

    return register


def kinds():
    """All declared kinds, {name: Kind}."""
    return dict(_kinds)
