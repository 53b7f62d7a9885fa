"""A datasheet to read: its sections with what is said in them, in the reader's language as far as it is there."""

from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from practices import costs
from practices.answers import text_in
from practices.kinds import kind_of
from practices.kinds.base import Kind
from practices.kinds.coded import signed
from practices.vocabularies import label_of, terms_of

# What is drawn in a way of its own, whatever its kind.
DRAWN = {"impacts": "impacts", "carbon": "carbon", "inputs": "costs"}
# Columns of a carbon figure that are told in the unit of its kind.
IN_ITS_UNIT = ("value", "baseline", "uncertainty")


@dataclass
class Read:
    """One answer. `shown`: a text, a list of texts, lines (`heads` above them), or pairs; see the kinds."""

    question: Any
    kind: Kind
    shown: Any
    # The language of a text that is not there in the reader's.
    language: str = ""
    heads: tuple = ()
    # The answer as it is kept, and the language of what was typed in its lines where it is not the reader's.
    answer: Any = None
    typed_in: str = ""

    @property
    def form(self):
        """How it is drawn: "text", "list", "rows", "ratings", or one of DRAWN."""
        if self.question.key in DRAWN:
            return DRAWN[self.question.key]
        if self.question.kind in ("rows", "ratings"):
            return self.question.kind
        return "list" if isinstance(self.shown, list) else "text"

    @property
    def labelled_rows(self):
        """[[(head, text, language)]] of lines, for tables that turn into blocks on a phone."""
        columns = self.kind.said(self.answer) if self.heads else ()
        languages = [self.typed_in if column.question.kind == "line" else "" for column in columns]
        return [list(zip(self.heads, row, languages, strict=True)) for row in self.shown]

    @property
    def said_rows(self):
        """The same without what a line leaves open."""
        return [[cell for cell in row if cell[1] is not None] for row in self.labelled_rows]

    @property
    def is_long(self):
        """Whether it is told in paragraphs."""
        return self.question.kind == "words"

    @property
    def is_wide(self):
        """Whether it takes the whole width of a page."""
        return self.is_long or self.form in ("rows", *DRAWN.values())

    @property
    def changes(self):
        """[(name of a group of changes, [Change])], in the order of the vocabulary."""
        groups = {}
        order = list(terms_of("impact"))
        known = [row for row in self.answer if row["impact"] in order]
        for row in sorted(known, key=lambda row: order.index(row["impact"])):
            label = label_of("impact", row["impact"])
            groups.setdefault(label.parent, []).append(Change.of(label.name, row))
        return [(label_of("impact", code).name if code else "", changes) for code, changes in groups.items()]


@dataclass
class Change:
    """What has become better or worse, −3 to 3, and as a bar to either side of nothing."""

    name: str
    score: int
    before: str = ""
    after: str = ""
    comment: str = ""

    @classmethod
    def of(cls, name, row):
        return cls(name, row["score"], **{key: row.get(key, "") for key in ("before", "after", "comment")})

    @property
    def shown(self):
        return signed(self.score)

    @property
    def start(self):
        """Where its bar begins, in steps from the middle."""
        return min(self.score, 0)

    @property
    def width(self):
        return abs(self.score)


@dataclass
class ReadSection:
    """A section in which something is said."""

    section: Any
    answers: list

    @property
    def title(self):
        return self.section.title

    @property
    def key(self):
        return self.section.key


def sections_of(contents, edition, *, original, without=()):
    """[ReadSection] of what is said; `original` is the language texts are in where nobody has translated them.

    `without`: keys of questions that stand elsewhere on the page.
    """
    found = []
    for section in edition.sections:
        said = [each for each in section.questions if each.key in contents and each.key not in without]
        answers = [read(question, contents, original) for question in said]
        if answers:
            found.append(ReadSection(section, answers))
    return found


def read(question, contents, original):
    """The Read of one question that has an answer."""
    kind, answer = kind_of(question), contents[question.key]
    if question.translated:
        text, language = text_in(answer, otherwise=(original,))
        return Read(question, kind, text, foreign(language), answer=answer)
    if question.kind != "rows":
        language = foreign(original) if question.kind == "line" else ""
        return Read(question, kind, kind.shown(answer), language, answer=answer)
    # Lines of people are in the language of the sheet, as it was typed.
    shown = figures_of_carbon(kind, answer) if question.key == "carbon" else kind.shown(answer)
    return Read(question, kind, shown, heads=tuple(kind.heads(answer)), answer=answer, typed_in=foreign(original))


def foreign(language):
    """`language`, or nothing when it is the reader's."""
    return "" if language == get_language() else language


def figures_of_carbon(kind, rows):
    """Measurements as lines, each value with the unit of its kind."""
    lines = kind.shown(rows)
    keys = [column.question.key for column in kind.said(rows)]
    for row, line in zip(rows, lines, strict=True):
        for place, key in enumerate(keys):
            if key in IN_ITS_UNIT and line[place] is not None:
                line[place] = with_unit(line[place], row["kind"])
    return lines


def with_unit(number, kind):
    """A figure of carbon as it is told: a stock in tonnes a hectare, a change in as many a year."""
    if kind == "rate":
        return _("%(number)s t C/ha per year") % {"number": number}
    return _("%(number)s t C/ha") % {"number": number}


@dataclass
class Head:
    """What stands above everything else, each text with its language where it is not the reader's."""

    title: str
    title_language: str
    description: str
    description_language: str

    @classmethod
    def of(cls, version):
        (title, first), (description, second) = version.heading, version.in_short
        return cls(title, foreign(first), description, foreign(second))


WORDS_ON_TOP = ("title", "short_description")
FACTS = ("countries", "land_use", "climate_zone", "soil_group")


def facts_of(contents, edition):
    """[(label, text)] of what readers look for first; what nobody has said is left out."""
    for key in FACTS:
        if key in contents and key in edition.questions:
            question = edition.questions[key]
            shown = kind_of(question).shown(contents[key])
            yield question.label, ", ".join(shown) if isinstance(shown, list) else shown


def costs_of(contents):
    """{"totals", "currency", "currency_name", "rate", "rate_on"} of what the practice costs; None where nobody says."""
    totals = costs.totals(contents)
    if not totals:
        return None
    return {
        "totals": [(label_of("cost-stage", total.stage).name, total) for total in totals],
        "currency": contents.get("currency", "").upper(),
        "currency_name": label_of("currency", contents["currency"]).name if "currency" in contents else "",
        "rate": contents.get("usd_rate"),
        "rate_on": parse_date(contents.get("usd_rate_on", "")),
    }
