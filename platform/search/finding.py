"""The answer to what was asked: few questions to the database, however much there is."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Value
from django.db.models.functions import Lower

from core.asking import blanks
from core.repeating import Repeated
from core.search import Unaccented, as_plain
from core.unchanging import Said
from search.kinds import KINDS
from search.models import Term
from spaces.models import Space

# Of each kind the page shows so many, and counts no further than this.
SHOWN = 5
COUNTED = 100
# Nobody turns to the fiftieth page of one kind; behind it the rows are not counted.
MOST_ROWS = 1000
# Where nothing was found, so many titles that resemble what was typed.
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


@Repeated
def first_of_each_kind(reader, form):
    """What holds every part, of each kind the best: as many as are counted, and one more."""
    several = [kind.found(blanks(form), reader)[: COUNTED + 1] for kind in KINDS.values()]
    return several[0].union(*several[1:], all=True)


@Repeated
def all_of_kind(reader, form, key):
    """What holds every part, of one kind, the best first; no more than anybody turns to."""
    return KINDS[key].found(blanks(form), reader)[:MOST_ROWS]


@Repeated
def nearest(reader):
    """What is called like the words `plain`, the nearest of each kind."""
    several = [kind.resembling(Said("plain"), reader)[:MOST_ALIKE] for kind in KINDS.values()]
    return several[0].union(*several[1:], all=True).order_by("-its_rank", "its_kind", "-its_key")[:MOST_ALIKE]


def groups_of(asked, user):
    """[Group] of the kinds of which `user` finds something: one question over all kinds."""
    by_kind = {}
    for values in first_of_each_kind.rows(user, asked.form, words=asked.said):
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


def rows_of(kind, asked, user):
    """[Row] of all of one kind that `user` finds, the best first; one question."""
    return [Row(*values) for values in all_of_kind.rows(user, asked.form, kind.key, words=asked.said)]


def near(asked, user):
    """Rows whose titles resemble what was typed, for slips of the pen: the nearest first; one question."""
    return [Row(*values) for values in nearest.rows(user, words={"plain": as_plain(asked.typed)[:100]})]


def near_words(asked):
    """Words of the vocabulary that resemble what was typed, the nearest first."""
    alike = TrigramSimilarity(Lower(Unaccented("words")), Value(as_plain(asked.typed)[:100]))
    terms = Term.objects.annotate(alike=alike).filter(alike__gt=settings.WORDS_ALIKE_FROM).order_by("-alike", "words")
    return list(dict.fromkeys(terms.values_list("words", flat=True)[:MOST_ALIKE]))[:3]
