"""The description of the open data as OpenAPI 3.1: made from the form and its vocabularies, so it is never behind."""

from django.conf import settings
from django.utils.translation import gettext as _

from api.describing.parameters import code_parameter, filters, format_parameter, number_parameter
from api.describing.schemas import schemas
from api.formats import FORMATS
from core.addresses import whole

RATE_HEADERS = {
    name: {"schema": {"type": "integer"}} for name in ("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset")
}


def description():
    """The whole document, as plain data, in the language that is spoken now."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Open data of the “4 per 1000” Initiative"),
            "version": "1",
            "description": _(
                "Practice datasheets that were reviewed and published, with the vocabularies they are coded by. "
                "Each record names its licence and how to attribute it."
            ),
            "license": {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/"},
        },
        "servers": [{"url": whole("/").rstrip("/")}],
        # Either nothing, or a key.
        "security": [{}, {"Key": []}],
        "paths": paths(),
        "components": {
            "schemas": schemas(),
            "responses": {"Problem": problem_response()},
            "securitySchemes": {"Key": key_scheme()},
        },
    }


def paths():
    """{path: its description}."""
    one = practice_content("Practice", "Feature")
    many = practice_content("Practices", "Features")
    return {
        "/api/v1/practices/": {
            "get": operation(
                "listPractices",
                _("Published practices, page by page, those published first coming first"),
                [*filters(), format_parameter(FORMATS)],
                many,
                problems=(400, 401, 404, 406, 429),
                links=True,
            )
        },
        "/api/v1/practices/{code}/": {
            "get": operation(
                "readPractice",
                _("A practice as it is published now"),
                [code_parameter(), format_parameter(FORMATS)],
                one,
                problems=(400, 401, 404, 406, 410, 429),
            )
        },
        "/api/v1/practices/{code}/versions/{number}/": {
            "get": operation(
                "readVersion",
                _("A version of a practice, as it was published"),
                [code_parameter(), number_parameter(), format_parameter(FORMATS)],
                one,
                problems=(400, 401, 404, 406, 410, 429),
            )
        },
        "/api/v1/vocabularies/": {
            "get": operation(
                "listVocabularies",
                _("All codes with their words in three languages"),
                [format_parameter(["json"])],
                {"application/json": {"schema": {"$ref": "#/components/schemas/Vocabularies"}}},
                problems=(400, 401, 406, 429),
            )
        },
        "/api/v1/openapi.json": {
            "get": operation(
                "describe",
                _("This description"),
                [format_parameter(["json"])],
                {"application/json": {"schema": {"type": "object"}}},
                problems=(400, 401, 406, 429),
            )
        },
    }


def practice_content(record, feature):
    """The same in three formats."""
    return {
        "application/json": {"schema": {"$ref": f"#/components/schemas/{record}"}},
        "text/csv": {"schema": {"type": "string"}},
        "application/geo+json": {"schema": {"$ref": f"#/components/schemas/{feature}"}},
    }


def operation(name, summary, parameters, content, *, problems, links=False):
    """One thing that can be asked."""
    headers = RATE_HEADERS | {"ETag": {"schema": {"type": "string"}}}
    if links:
        headers = headers | {"Link": {"schema": {"type": "string"}, "description": _("The next page (RFC 8288)")}}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [*parameters, language_header()],
        "responses": {
            "200": {"description": _("What was asked for"), "headers": headers, "content": content},
            "304": {"description": _("Nothing has changed since the ETag that was sent in If-None-Match")},
            **{str(status): {"$ref": "#/components/responses/Problem"} for status in problems},
        },
    }


def language_header():
    return {
        "name": "Accept-Language",
        "in": "header",
        "description": _("The language names and titles are told in, as far as they are there"),
        "schema": {"type": "string", "examples": [code for code, _name in settings.LANGUAGES]},
    }


def key_scheme():
    return {
        "type": "http",
        "scheme": "bearer",
        "description": _("Not needed: with a key a program may ask more often, and reads the same"),
    }


def problem_response():
    return {
        "description": _("What is wrong, in words (RFC 9457)"),
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
