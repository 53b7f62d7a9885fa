"""The answer to what was asked: few questions to the database, however much there is."""

from dataclasses import dataclass

from django.contrib.postgres.search import TrigramSimilarity, TrigramWordSimilarity
from django.db.models import F, Value
from django.db.models.functions import Lower

from core.search import Unaccented, as_plain
from search.kinds import KINDS
from search.models import Term
from spaces.models import Space

# Of each kind the page shows so many, and counts no further than this.
SHOWN = 5
COUNTED = 100
# How much of what was typed a title must resemble where nothing was found.
ALIKE = 0.45
MOST_ALIKE = 6


@dataclass
class Row:
    """One thing that was found."""

    kind: str
    rank: int
    pk: int
    title: str
    first: str
    second: str
    note: str
    space_id: int | None
    language: str
    room: str = ""

    @property
    def url(self):
        return KINDS[self.kind].url(self.first, self.second)

    @property
    def line(self):
        """What stands below its title: in which room it lies, or a fact."""
        return self.room or (KINDS[self.kind].said(self.note) if self.note else "")


@dataclass
class Group:
    """What was found of one kind."""

    key: str
    title: str
    rows: list

    @property
    def number(self):
        """How many there are; never more than COUNTED."""
        return min(len(self.rows), COUNTED)

    @property
    def is_more(self):
        """Whether there are more than were counted."""
        return len(self.rows) > COUNTED

    @property
    def shown(self):
        return self.rows[:SHOWN]


def groups_of(asked, user):
    """[Group] of the kinds of which `user` finds something: one question over all kinds."""
    several = [kind.found(asked, user)[: COUNTED + 1] for kind in KINDS.values()]
    by_kind = {}
    for values in several[0].union(*several[1:], all=True):
        by_kind.setdefault(values[0], []).append(Row(*values))
    return [
        Group(key, kind.title, sorted(by_kind[key], key=lambda row: (row.rank, -row.pk)))
        for key, kind in KINDS.items()
        if key in by_kind
    ]


def in_rooms(rows):
    """The same rows, each knowing what its room is called; one question."""
    spaces = Space.objects.with_owner().in_bulk({row.space_id for row in rows if row.space_id})
    for row in rows:
        if row.space_id in spaces:
            row.room = spaces[row.space_id].title
    return rows


def near(asked, user):
    """Rows whose titles resemble what was typed, for slips of the pen: the nearest first; one question."""
    plain = as_plain(asked.typed)[:100]
    several = []
    for kind in KINDS.values():
        rows = kind.visible(user).order_by().alias(plainly_called=Lower(Unaccented(kind.name())))
        rows = rows.alias(alike=TrigramWordSimilarity(plain, "plainly_called")).filter(alike__gt=ALIKE)
        told = kind.told(rows, F("alike"))
        several.append(told.order_by("-its_rank", "-its_key")[:MOST_ALIKE])
    found = several[0].union(*several[1:], all=True).order_by("-its_rank", "its_kind", "-its_key")[:MOST_ALIKE]
    return [Row(*values) for values in found]


def near_words(asked):
    """Words of the vocabulary that resemble what was typed, the nearest first."""
    alike = TrigramSimilarity(Lower(Unaccented("words")), Value(as_plain(asked.typed)[:100]))
    terms = Term.objects.annotate(alike=alike).filter(alike__gt=ALIKE).order_by("-alike", "words")
    return list(dict.fromkeys(terms.values_list("words", flat=True)[:MOST_ALIKE]))[:3]
