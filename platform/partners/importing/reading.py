"""What all imports have in common: finding the columns, understanding words, saying what each line does."""

import unicodedata
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import override

YES = {"yes", "true", "1", "x", "oui", "si", "y", "o", "s"}
NO = {"no", "false", "0", "non", "n"}
YES_OR_NO = dict.fromkeys(YES, True) | dict.fromkeys(NO, False)


def folded(text):
    """Case, accents, underscores and doubled spaces ignored."""
    bare = "".join(letter for letter in unicodedata.normalize("NFKD", str(text)) if not unicodedata.combining(letter))
    return " ".join(bare.casefold().replace("_", " ").replace("’", "'").split())


def by_words(choices):
    """{word: value}: the codes and, in each language, the labels of `choices`."""
    words = {}
    for code, _name in settings.LANGUAGES:
        with override(code):
            words |= {folded(label): value for value, label in choices}
    return words | {folded(value): value for value, _label in choices}


@dataclass
class Outcome:
    """What a line of the file does: new, changed, same or refused; `summary` is what is new in short."""

    number: int
    kind: str
    name: str
    summary: str = ""
    changes: list = field(default_factory=list)
    reasons: list = field(default_factory=list)


@dataclass
class Report:
    """What a file does, line by line."""

    outcomes: list
    notices: list

    def of(self, kind):
        return [outcome for outcome in self.outcomes if outcome.kind == kind]

    @property
    def counts(self):
        return {kind: len(self.of(kind)) for kind in ("new", "changed", "same", "refused")}

    @property
    def is_accepted(self):
        """Whether every line can be written."""
        return not self.of("refused")


def understand(row, column, words, problems, sentence):
    """Replace the text in `column` by the value it stands for; what is not among `words` is a problem."""
    text = row.get(column)
    if text and folded(text) in words:
        row[column] = words[folded(text)]
    elif text:
        problems.append(sentence % {"text": text[:60]})


def require(row, columns, names, problems):
    """Every one of `columns` must hold something."""
    for column in columns:
        if not row[column]:
            problems.append(_("The %(column)s is missing.") % {"column": names[column]})


def understand_headers(headers, columns, required):
    """({column: its place}, notices). Raises ValidationError when a column is missing or there twice."""
    words = by_words(list(columns.items()))
    places, notices = {}, []
    for place, header in enumerate(headers):
        column = words.get(folded(header))
        if column in places:
            raise ValidationError(_("The column “%(column)s” is there twice.") % {"column": header})
        if column:
            places[column] = place
        elif header:
            notices.append(_("The column “%(column)s” is not known and was not read.") % {"column": header[:60]})
    missing = [str(columns[column]) for column in required if column not in places]
    if missing:
        raise ValidationError(
            _("These columns are missing: %(columns)s. Take the template, it has them all.")
            % {"columns": ", ".join(missing)}
        )
    return places, notices


def cells_of(line, places, columns):
    """The cells of a line in the order of `columns`."""
    return [
        line.cells[places[column]] if column in places and places[column] < len(line.cells) else ""
        for column in columns
    ]


def reasons_of(error, columns):
    """The sentences of a refusal, those about a field with its name."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        _("%(field)s: %(sentence)s") % {"field": capfirst(columns[column]), "sentence": sentence}
        if column in columns
        else sentence
        for column, sentences in error.message_dict.items()
        for sentence in sentences
    ]
