"""What waits for a person: answers to give, decisions to take, people to confirm. See `core.duties` for the kinds.

All kinds together are counted in one query; of what waits, each kind's rows are one query more. A page about it costs
at most eight queries where nothing waits, and one for each kind that does.
"""

from collections import Counter
from itertools import groupby
from operator import attrgetter

from django.db.models import prefetch_related_objects
from django.utils.formats import date_format
from django.utils.timesince import timesince
from django.utils.timezone import get_current_timezone_name, localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from accounts.models import Consent
from core.counting import counting
from core.duties import When, kinds
from core.repeating import Planned
from home.roles import Roles
from notifications.models import Notice
from objectives.models import wordings
from partners.models import Affiliation
from taskforces.models.seat import backed_by_partner

# Of each kind the oldest ones are shown; the rest stands behind them in the inboxes.
SHOWN = 50


def column(name):
    """The name of a declared kind among the counts: "taskforces.answer" becomes "taskforces_answer"."""
    return name.replace(".", "_")


@Planned
def numbers_of(reader):
    """How many rows of each kind wait, and what the pages around want to know."""
    return counting(
        **{column(name): kind(reader) for name, kind in kinds().items()},
        unread=Notice.objects.visible_to(reader).unread(),
        is_partner=Affiliation.objects.in_force().filter(person=reader),
        has_consented=Consent.objects.filter(person=reader),
    )


def counts(user, **others):
    """How much waits for `user`, and what the pages around it want to know of her, in one query.

    {"duties": …, "unread": …, "is_partner": …, "has_consented": …, "waiting": {kind of duty: how many}}; each of the
    querysets `others` adds its number under its name.
    """
    found = Counter(dict(numbers_of.rows(user, also=counting(**others) if others else None)))
    waiting = {name: found[name] for name in map(column, kinds())}
    facts = {name: bool(found[name]) for name in ("is_partner", "has_consented")}
    numbers = {name: found[name] for name in ("unread", *others)}
    return numbers | facts | {"duties": sum(waiting.values()), "waiting": waiting}


def open_seats(user):
    """Her seats, each knowing whether an organisation stands behind it."""
    seats = user.seats.open().select_related("task_force__objective", "region").annotate(is_backed=backed_by_partner())
    return list(seats.order_by("role", "started_at"))


def open_affiliations(user):
    """Her ties to organisations, asked for or active."""
    return list(user.affiliations.filter(status__in=Affiliation.OPEN).select_related("partner", "person"))


def duties(user):
    """What waits for `user`, in the order of the page."""
    return Waiting(user).duties


class Waiting:
    """What waits for a person, each thing with the role in which she does it.

    `waiting` are the numbers of `counts`, if they have been asked for; so are her seats and affiliations. The rows
    `beside` are shown on the same page, and their task forces get their names with those of the duties.
    """

    def __init__(self, user, waiting=None, *, seats=None, affiliations=None, beside=()):
        self.user = user
        waiting = counts(user)["waiting"] if waiting is None else waiting
        self.number = sum(waiting.values())
        seats = open_seats(user) if seats is None else seats
        affiliations = open_affiliations(user) if affiliations is None else affiliations
        found = self._find(waiting)
        # The names of task forces are the wordings of their objectives: one query for all rows of all kinds.
        prefetch_related_objects(objectives_of([*seats, *beside, *(row for _kind, row in found)]), wordings())
        roles = Roles(user, seats, affiliations)
        told = [kind.tell(row) for kind, row in found]
        self.entries = sorted((Entry(duty, roles.of(duty)) for duty in told), key=attrgetter("place"))

    def _find(self, waiting):
        """[(kind, row)]: of each kind that waits the oldest rows, and nothing is asked where none was counted."""
        found = [kind for name, kind in kinds().items() if waiting[column(name)]]
        return [(kind, row) for kind in found for row in kind(self.user)[:SHOWN]]

    @property
    def duties(self):
        return [entry.duty for entry in self.entries]

    @property
    def roles(self):
        """[(role, how many things wait for her in it)], in the order of the page."""
        acting = sorted(entry.acting for entry in self.entries)
        return [(role, len(list(group))) for role, group in groupby(acting)]

    def groups(self, key=""):
        """[(by when, entries)] of the role called `key`, of all roles without."""
        return by_date(entry for entry in self.entries if not key or entry.acting.key == key)

    def first(self, number):
        """The same of the first `number` things of all roles."""
        return by_date(self.entries[:number])


def by_date(entries):
    """[(by when, entries)] of entries in the order of the page."""
    return [(When(when), list(group)) for when, group in groupby(entries, key=attrgetter("when"))]


class Entry:
    """One duty and the role in which she does it."""

    def __init__(self, duty, acting):
        # By when is asked once: between sorting and grouping a moment may pass.
        self.duty, self.acting, self.when = duty, acting, duty.when

    @property
    def timing(self):
        """How long it has waited, or since when it is overdue; by when it is to be done."""
        duty = self.duty
        if duty.due is None:
            return _("waits for %(time)s") % {"time": timesince(duty.since)}
        if duty.is_late:
            return pgettext("a duty", "overdue since %(day)s") % {"day": date_format(localtime(duty.due))}
        moment = localtime(duty.due)
        words = {"day": date_format(moment), "hour": date_format(moment, "H:i"), "zone": get_current_timezone_name()}
        return pgettext("a duty", "until %(day)s, %(hour)s (%(zone)s)") % words

    @property
    def place(self):
        """By when, by the moment, by role: what the page and the weekly mail sort by."""
        duty = self.duty
        return When.values.index(self.when), duty.turns_late_at, self.acting.rank, self.acting.name, str(duty.title)


def objectives_of(rows, steps=3):
    """The objectives that `rows` have at hand, as their own or behind `steps` foreign keys at most, without asking the
    database."""
    found = []
    for row in rows:
        if row._meta.label == "objectives.Objective":
            found.append(row)
        elif steps:
            relations = [field for field in row._meta.concrete_fields if field.is_relation and field.is_cached(row)]
            at_hand = [getattr(row, field.name) for field in relations]
            found += objectives_of([each for each in at_hand if each is not None], steps - 1)
    return found
