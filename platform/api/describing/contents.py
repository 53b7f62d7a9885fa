"""The answers of a datasheet as a schema: one function for each kind of question."""

from django.conf import settings

from partners.vocabulary import vocabulary
from practices import editions, vocabularies

TEXT = {"type": "string"}


def contents_schema():
    """The questions of all editions; an older sheet may hold what the newest form asks no more."""
    questions = {}
    for code in editions.codes():
        questions |= editions.edition(code).questions
    return {
        "type": "object",
        "required": ["title"],
        "properties": {key: asked(question) for key, question in questions.items()},
    }


def asked(question):
    """The schema of the answer, with the words and the unit of the question."""
    schema = in_languages() if question.translated else SHAPES[question.kind](question)
    told = {"title": question.label}
    if question.unit:
        told["description"] = question.unit
    return schema | told


def in_languages():
    """A text in the languages in which it is written."""
    codes = [code for code, _name in settings.LANGUAGES]
    return {"type": "object", "properties": dict.fromkeys(codes, TEXT), "additionalProperties": False}


def text(question):
    return TEXT


def number(question):
    limits = {"minimum": question.min, "maximum": question.max}
    return {"type": "number"} | {name: value for name, value in limits.items() if value is not None}


def choice(question):
    # A code that only an old file knows is kept as it is: the list tells, it does not bind.
    return TEXT | {"examples": list(vocabularies.terms_of(question.vocabulary))}


def choices(question):
    return {"type": "array", "items": choice(question), "uniqueItems": True}


def country(question):
    return {"type": "string", "enum": list(vocabulary().countries)}


def countries(question):
    return {"type": "array", "items": {"type": "string", "pattern": "^[A-Z]{2}$"}, "uniqueItems": True}


def scale(question):
    lowest, highest = question.scale
    return {"type": "integer", "minimum": lowest, "maximum": highest}


def rows(question):
    columns = {column.key: asked(column) for column in question.columns}
    if question.key == "sites":
        columns["is_blurred"] = {"type": "boolean", "title": "10 km"}
    required = [column.key for column in question.columns if column.required]
    if question.key == "sites":
        # Of a private farm the name is withheld.
        required.remove("name")
    line = {"type": "object", "properties": columns}
    return {"type": "array", "items": line | ({"required": required} if required else {})}


def ratings(question):
    levels = {"type": "string", "examples": list(vocabularies.terms_of(question.levels))}
    return {"type": "object", "additionalProperties": levels}


SHAPES = {
    "line": text,
    "wocat_code": text,
    "fao_code": text,
    "words": text,
    "address": lambda question: TEXT | {"format": "uri"},
    "number": number,
    "year": lambda question: {"type": "integer"},
    "date": lambda question: TEXT | {"format": "date"},
    "yes_no": lambda question: {"type": "boolean"},
    "choice": choice,
    "choices": choices,
    "scale": scale,
    "country": country,
    "countries": countries,
    "licence": text,
    "rows": rows,
    "ratings": ratings,
}
