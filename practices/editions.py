"""The form of a datasheet, edition by edition: data files that are added to and never changed in their keys.

A sheet says by which edition it was written, so that it stays readable as it was when the form moves on.
"""

from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from django.utils.translation import get_language

from core.loading import LANGUAGES, read_json

FOLDER = Path(__file__).parent
CURRENT = "2026"


class Worded:
    """Something with words in three languages."""

    @staticmethod
    def in_reader_language(words):
        """The text in the language that is spoken now."""
        return words.get(get_language()) or next((words[code] for code in LANGUAGES if words.get(code)), "")


@dataclass(frozen=True)
class Question(Worded):
    """One thing that is asked. `kind` says how it is answered (practices.kinds)."""

    key: str
    kind: str
    label_words: dict
    help_words: dict = field(default_factory=dict)
    required: bool = False
    # Whether the short form asks it.
    short: bool = False
    # Whether it can be answered in several languages.
    translated: bool = False
    vocabulary: str = ""
    levels: str = ""
    scale: tuple = ()
    unit: str = ""
    min: float | None = None
    max: float | None = None
    decimals: int = 0
    max_length: int = 300
    max_choices: int = 0
    max_rows: int = 0
    layout: str = ""
    columns: tuple = ()

    @property
    def label(self):
        return self.in_reader_language(self.label_words)

    @property
    def help(self):
        return self.in_reader_language(self.help_words)


@dataclass(frozen=True)
class Section(Worded):
    """Questions that belong together: one page of the form."""

    key: str
    title_words: dict
    intro_words: dict
    minutes: int
    questions: tuple

    @property
    def title(self):
        return self.in_reader_language(self.title_words)

    @property
    def intro(self):
        return self.in_reader_language(self.intro_words)


@dataclass(frozen=True)
class Edition(Worded):
    """One edition of the whole form."""

    code: str
    name_words: dict
    notes_words: dict
    sections: tuple

    @property
    def name(self):
        return self.in_reader_language(self.name_words)

    @property
    def notes(self):
        return self.in_reader_language(self.notes_words)

    @cached_property
    def questions(self):
        """{key: Question} of all sections."""
        return {question.key: question for section in self.sections for question in section.questions}

    @cached_property
    def required(self):
        """The questions no sheet can do without."""
        return tuple(question for question in self.questions.values() if question.required)

    def section(self, key):
        """The Section of this key, or None."""
        return next((section for section in self.sections if section.key == key), None)

    def section_of(self, question_key):
        """The Section that asks this question."""
        return next(each for each in self.sections if any(one.key == question_key for one in each.questions))


@lru_cache
def edition(code=CURRENT):
    """The Edition of this code; KeyError for one that never was."""
    if code not in codes():
        raise KeyError(code)
    data = read_json(FOLDER, f"editions/{code}.json")
    sections = tuple(
        Section(
            row["key"],
            row["title"],
            row["intro"],
            row["minutes"],
            tuple(question_of(each) for each in row["questions"]),
        )
        for row in data["sections"]
    )
    return Edition(data["code"], data["name"], data.get("notes", {}), sections)


def question_of(row):
    """A Question from its line in the data file."""
    plain = {name: value for name, value in row.items() if name not in ("label", "help", "columns", "scale")}
    return Question(
        label_words=row["label"],
        help_words=row.get("help", {}),
        scale=tuple(row.get("scale", ())),
        columns=tuple(question_of(column) for column in row.get("columns", ())),
        **plain,
    )


@lru_cache
def codes():
    """All editions there ever were, oldest first."""
    return tuple(sorted(path.stem for path in (FOLDER / "data" / "editions").glob("*.json")))
