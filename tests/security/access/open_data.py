"""Open data: for everybody alike, with or without an account."""

from tests.security.access.admin import admin
from tests.security.access.row import NO, NO_GET, PUBLIC, SIGNED_IN, STAFF, Row, everybody, only, people
from tests.security.stage import PARTNER


def code(name, **more):
    return lambda stage: {"code": getattr(stage, name).code, **more}


GONE = everybody(410)
NOTHING = everybody(404)
LIST = "api/v1/practices/"
ONE = f"{LIST}<practice_code:code>/"
VERSION = f"{ONE}versions/<int:number>/"
KEYS = "en/account/keys/"

ROWS = [
    Row("en/developers/", get=PUBLIC, post=NO),
    Row("en/developers/practices.<slug:kind>", get=PUBLIC, post=NO, at=lambda stage: {"kind": "csv"}),
    Row(
        "en/developers/practices.<slug:kind>", get=NOTHING, post=NO, at=lambda stage: {"kind": "xlsx"}, about="no kind"
    ),
    Row("api/v1/openapi.json", get=PUBLIC, post=NO),
    Row("api/v1/vocabularies/", get=PUBLIC, post=NO),
    Row(LIST, get=PUBLIC, post=NO, at=lambda stage: {"address": f"{LIST}?countries={stage.practice and 'SN'}"}),
    Row(ONE, get=PUBLIC, post=NO, at=code("practice")),
    Row(ONE, get=NOTHING, post=NO, at=code("practice_draft"), about="a draft"),
    Row(ONE, get=GONE, post=NO, at=code("practice_archived"), about="archived"),
    Row(VERSION, get=PUBLIC, post=NO, at=code("practice", number=1)),
    Row(VERSION, get=NOTHING, post=NO, at=code("practice", number=2), about="never published"),
    Row(VERSION, get=GONE, post=NO, at=code("practice_archived", number=1), about="archived"),
    *admin("practices/provenance", "practice_provenance", export=STAFF),
    Row("admin/practices/provenance/import/", get=only(STAFF), post=only(STAFF)),
    Row("admin/practices/provenance/import/template/", get=only(STAFF), post=only(STAFF)),
    Row(KEYS, get=SIGNED_IN, post=SIGNED_IN, data=lambda stage: {"name": "Monthly report"}),
    Row(
        f"{KEYS}<int:pk>/revoke/",
        get=NO_GET,
        post=people(404, (PARTNER, 302)),
        at=lambda stage: {"pk": stage.api_key.pk},
    ),
    *admin("api/key", "api_key", verbs={"revoke": STAFF}),
    Row("api/v1/<path:rest>", get=NOTHING, post=NO, at=lambda stage: {"rest": "people/"}),
]
