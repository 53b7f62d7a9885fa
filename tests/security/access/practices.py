"""Practice datasheets: everybody signed in writes; nobody but those concerned finds what is not published."""

from tests.security.access.row import NO, NO_GET, PUBLIC, SIGNED_IN, STAFF, Row, everybody, people
from tests.security.stage import PARTNER, REPRESENTATIVE

BEGIN = "en/practices/"
SHEET = f"{BEGIN}<practice_code:code>/"
DESK = f"{SHEET}desk/"


def of(name, **more):
    """The address of one of Bruno's sheets."""
    return lambda stage: {"code": getattr(stage, name).code, **more}


def hers(answer=200, *exceptions):
    """Bruno writes it; others of the house do not find a draft; the secretariat does."""
    return people(404, (PARTNER, answer), (STAFF, answer), *exceptions)


def slug(stage):
    return {"code": stage.practice.code, "slug": stage.practice.slug}


ROWS = [
    Row(BEGIN, get=PUBLIC, post=NO),
    Row(f"{BEGIN}mine/", get=SIGNED_IN, post=people(405)),
    Row(
        f"{BEGIN}new/",
        get=SIGNED_IN,
        post=people(302),
        data=lambda stage: {"title": "Grazing stubble", "language": "fr"},
    ),
    Row(f"{BEGIN}<practice_code:code>-<slug:slug>/", get=PUBLIC, post=NO, at=slug),
    Row(SHEET, get=everybody(301), post=NO, at=of("practice")),
    Row(SHEET, get=everybody(410, (STAFF, 301)), post=NO, at=of("practice_archived"), about="archived"),
    Row(SHEET, get=everybody(404), post=NO, at=of("practice_draft"), about="draft"),
    Row(f"{SHEET}versions/<int:number>/", get=PUBLIC, post=NO, at=of("practice", number=1)),
    Row(DESK, get=hers(), post=hers(405), at=of("practice_draft"), about="draft"),
    Row(
        DESK,
        get=hers(200, (REPRESENTATIVE, 200)),
        post=hers(405, (REPRESENTATIVE, 405)),
        at=of("practice_submitted"),
        about="under review",
    ),
    Row(f"{DESK}<slug:section>/", get=hers(), post=hers(302), at=of("practice_draft", section="natural")),
    Row(
        f"{DESK}<slug:section>/autosave/",
        get=hers(405),
        post=hers(204),
        at=of("practice_draft", section="natural"),
    ),
    Row(
        f"{DESK}check/",
        get=hers(200, (STAFF, 403)),
        post=hers(302, (STAFF, 403)),
        at=of("practice_draft"),
        data=lambda stage: {"authors": "Keller, B.", "licence": "cc-by"},
    ),
    Row(
        f"{DESK}take-back/",
        get=NO_GET,
        post=hers(302, (REPRESENTATIVE, 403), (STAFF, 403)),
        at=of("practice_submitted"),
    ),
    *(
        Row(f"{DESK}{verb}/", get=NO_GET, post=people(403, (PARTNER, 302), (STAFF, 302)), at=of("practice"))
        for verb in ("revise", "drop", "confirm", "let-go")
    ),
]
