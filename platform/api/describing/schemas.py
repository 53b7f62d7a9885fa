"""The shapes of what is given."""

from django.conf import settings

from api.describing.contents import contents_schema
from api.formats import COLUMNS
from api.records import CODED
from practices.evidence import Level
from practices.licences import Licence

TEXT = {"type": "string"}
MOMENT = {"type": "string", "format": "date-time"}
ADDRESS = {"type": "string", "format": "uri"}
WHOLE = {"type": "integer"}


def shape(required, **optional):
    """An object; everything in `required` is always there."""
    return {"type": "object", "required": list(required), "properties": {**required, **optional}}


def listed(items):
    return {"type": "array", "items": items}


def at(name):
    return {"$ref": f"#/components/schemas/{name}"}


def or_nothing(schema):
    return {"anyOf": [schema, {"type": "null"}]}


def schemas():
    """{name: schema}."""
    language = {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]}
    return {
        "Practice": practice(language),
        "Practices": shape({"next": or_nothing(ADDRESS), "results": listed(at("Practice"))}),
        "Feature": feature(),
        "Features": shape({"type": {"const": "FeatureCollection"}, "features": listed(at("Feature"))}, next=ADDRESS),
        "Contents": contents_schema(),
        "CodeAndName": shape({"code": TEXT, "name": TEXT}),
        "Words": {"type": "object", "propertyNames": language, "additionalProperties": TEXT},
        "Vocabularies": shape({"vocabularies": listed(at("Vocabulary"))}),
        "Vocabulary": shape({"slug": TEXT, "name": at("Words"), "terms": listed(at("Term"))}),
        "Term": shape(
            {
                "code": TEXT,
                "name": at("Words"),
                "help": at("Words"),
                "broader": or_nothing(TEXT),
                "agrovoc": or_nothing(ADDRESS),
                "is_retired": {"type": "boolean"},
            }
        ),
        "Problem": shape({"type": TEXT, "title": TEXT, "status": WHOLE}, detail=TEXT),
    }


def practice(language):
    licence = shape({"code": {"type": "string", "enum": list(Licence.values)}, "name": TEXT, "address": ADDRESS})
    return shape(
        {
            "code": {"type": "string", "pattern": "^P[0-9]{5,9}$"},
            "version": WHOLE | {"minimum": 1},
            "is_current": {"type": "boolean"},
            "title": TEXT,
            "short_description": TEXT,
            "told_in": language,
            "language": language,
            "languages": listed(language),
            "authors": listed(TEXT),
            "organisation": or_nothing(shape({"name": TEXT, "address": ADDRESS})),
            "published_at": MOMENT,
            "first_published_at": MOMENT,
            "evidence": shape({"level": {"type": "integer", "enum": list(Level.values)}, "name": TEXT}),
            "completeness_percent": WHOLE | {"minimum": 0, "maximum": 100},
            "coded": shape({}, **{key: listed(at("CodeAndName")) for key in CODED}),
            "regions": listed(TEXT),
            "edition": TEXT,
            "contents": at("Contents"),
            "same_as": listed(shape({"database": TEXT, "code": TEXT, "address": or_nothing(ADDRESS)})),
            "licence": licence,
            "attribution": TEXT,
            "address": ADDRESS,
            "data_address": ADDRESS,
        }
    )


def feature():
    position = {"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2}
    places = shape({"type": {"const": "MultiPoint"}, "coordinates": listed(position)})
    properties = {name: {} for name in COLUMNS if name not in ("latitude", "longitude")}
    return shape(
        {
            "type": {"const": "Feature"},
            "id": TEXT,
            "geometry": or_nothing(places),
            "properties": shape(properties | {"is_blurred": {"type": "boolean"}}),
        }
    )
