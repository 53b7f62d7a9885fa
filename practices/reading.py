"""A datasheet to read: its sections with what is said in them, in the reader's language as far as it is there."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from practices.answers import text_in
from practices.kinds import kind_of
from practices.kinds.base import Kind


@dataclass
class Read:
    """One answer. `shown`: a text, a list of texts, lines (`heads` above them), or pairs; see the kinds."""

    question: Any
    kind: Kind
    shown: Any
    # The language of a text that is not there in the reader's.
    language: str = ""
    heads: tuple = ()

    @property
    def form(self):
        """How it is drawn: "text", "list", "rows", "ratings"."""
        if self.question.kind == "rows":
            return "rows"
        if self.question.kind == "ratings":
            return "ratings"
        return "list" if isinstance(self.shown, list) else "text"

    @property
    def labelled_rows(self):
        """[[(head, text)]] of lines, for tables that turn into blocks on a phone."""
        return [list(zip(self.heads, row, strict=True)) for row in self.shown]

    @property
    def is_long(self):
        """Whether it is told in paragraphs."""
        return self.question.kind == "words"


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


def sections_of(contents, edition, *, original):
    """[ReadSection] of what is said; `original` is the language texts are in where nobody has translated them."""
    found = []
    for section in edition.sections:
        answers = [read(question, contents, original) for question in section.questions if question.key in contents]
        if answers:
            found.append(ReadSection(section, answers))
    return found


def read(question, contents, original):
    """The Read of one question that has an answer."""
    kind, answer = kind_of(question), contents[question.key]
    if question.translated:
        text, language = text_in(answer, otherwise=(original,))
        return Read(question, kind, text, "" if language == get_language() else language)
    # Lines of people are in the language of the sheet, as it was typed.
    heads = tuple(kind.heads(answer)) if question.kind == "rows" else ()
    return Read(question, kind, kind.shown(answer), heads=heads)
