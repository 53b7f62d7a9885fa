"""How the questions of a datasheet are answered: one class for each kind, who judges, asks and shows its answers.

An answer is plain data as it lies in `Practice.contents`; each class says in which shape.
"""

from practices.kinds.coded import Choice, Choices, Countries, Country, Licence, Scale
from practices.kinds.elsewhere import FaoCode, WocatCode
from practices.kinds.many import Ratings, Rows
from practices.kinds.plain import Address, Day, Line, Number, Words, Year, YesNo

KINDS = {
    "line": Line,
    "words": Words,
    "address": Address,
    "number": Number,
    "year": Year,
    "date": Day,
    "yes_no": YesNo,
    "choice": Choice,
    "choices": Choices,
    "scale": Scale,
    "country": Country,
    "countries": Countries,
    "licence": Licence,
    "wocat_code": WocatCode,
    "fao_code": FaoCode,
    "rows": Rows,
    "ratings": Ratings,
}


def kind_of(question):
    """The kind by which `question` is answered."""
    return KINDS[question.kind](question)
