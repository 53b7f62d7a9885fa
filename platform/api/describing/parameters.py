"""What can stand in an address."""

from django.conf import settings
from django.utils.translation import gettext as _

from api.asking import LONGEST_WORDS, MOST, USUAL, known_codes
from practices import editions
from practices.evidence import Level


def parameter(name, schema, description, **more):
    return {"name": name, "in": "query", "description": description, "schema": schema, **more}


def filters():
    """The parameters of the list."""
    questions = editions.edition().questions
    for key, codes in known_codes().items():
        label = questions[key].label if key in questions else _("Region of the countries")
        yield parameter(key, {"type": "array", "minItems": 1, "items": {"type": "string", "enum": codes}}, label)
    yield parameter(
        "q",
        {"type": "string", "maxLength": LONGEST_WORDS},
        _("Words, in any of the three languages; all of them must be there"),
    )
    languages = [code for code, _name in settings.LANGUAGES]
    yield parameter("language", {"type": "string", "enum": languages}, _("The language it was written in"))
    yield parameter(
        "evidence",
        {"type": "integer", "enum": list(Level.values)},
        _("The least level of evidence about soil carbon, 0 to 4"),
    )
    yield parameter(
        "updated_since",
        {"type": "string", "format": "date-time"},
        _("Only what was published at this moment or later; a day will do"),
    )
    yield parameter("cursor", {"type": "string"}, _("Where the list goes on: follow “next” as it is given"))
    yield parameter(
        "limit",
        {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL},
        _("How many practices a page holds"),
    )


def format_parameter(formats):
    return parameter("format", {"type": "string", "enum": list(formats)}, _("The format, in place of Accept"))


def code_parameter():
    return {
        "name": "code",
        "in": "path",
        "required": True,
        "description": _("The code of the practice, which it keeps for ever"),
        "schema": {"type": "string", "pattern": r"^[pP][0-9]{5,9}$"},
    }


def number_parameter():
    return {
        "name": "number",
        "in": "path",
        "required": True,
        "description": _("The number of the version"),
        "schema": {"type": "integer", "minimum": 1, "maximum": 32767},
    }
