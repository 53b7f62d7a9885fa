"""Reading datasheets: what is published is everybody's, in every format; the files of a draft are its author's."""

from tests.security.access.practices import DESK, SHEET, hers, of, slug
from tests.security.access.row import NO, NO_GET, PUBLIC, STAFF, Row, everybody, people
from tests.security.stage import PARTNER

ROOT = "en/practices/"
VERSION = f"{SHEET}versions/<int:number>"
PAPER = f"{ROOT}<practice_code:code>-<slug:slug>.pdf"
GONE = everybody(410, (STAFF, 200))


def slug_of_archived(stage):
    return {"code": stage.practice_archived.code, "slug": stage.practice_archived.slug}


def file(name):
    return lambda stage: {"pk": getattr(stage, name).pk}


def on_draft(stage):
    return {"code": stage.practice_draft.code, "pk": stage.illustration_draft.pk}


def a_picture(stage):
    from tests.papers import upload

    return {"file": upload(), "kind": "tutorial", "caption": "How to mulch", "licence": "cc-by"}


ROWS = [
    Row("offline.js", get=PUBLIC, post=NO),
    Row(f"{ROOT}evidence/", get=PUBLIC, post=NO),
    Row(f"{ROOT}compare/", get=PUBLIC, post=NO),
    Row(PAPER, get=PUBLIC, post=NO, at=slug),
    Row(PAPER, get=GONE, post=NO, at=slug_of_archived, about="archived"),
    Row(f"{VERSION}/", get=GONE, post=NO, at=of("practice_archived", number=1), about="archived"),
    Row(f"{VERSION}.pdf", get=PUBLIC, post=NO, at=of("practice", number=1)),
    Row(f"{VERSION}/cite.<slug:kind>", get=PUBLIC, post=NO, at=of("practice", number=1, kind="bib")),
    Row(
        f"{VERSION}/cite.<slug:kind>",
        get=GONE,
        post=NO,
        at=of("practice_archived", number=1, kind="ris"),
        about="archived",
    ),
    Row(
        f"{VERSION}/cite.<slug:kind>",
        get=PUBLIC,
        post=NO,
        at=of("practice", number=1, kind="datacite"),
        about="for registrars",
    ),
    Row(
        f"{VERSION}/cite.<slug:kind>",
        get=GONE,
        post=NO,
        at=of("practice_archived", number=1, kind="datacite"),
        about="archived, for registrars",
    ),
    Row(f"{SHEET}versions/compare/", get=PUBLIC, post=NO, at=of("practice")),
    Row(f"{ROOT}files/<int:pk>/", get=PUBLIC, post=NO, at=file("illustration")),
    Row(f"{ROOT}files/<int:pk>/small/", get=PUBLIC, post=NO, at=file("illustration")),
    Row(
        f"{ROOT}files/<int:pk>/",
        get=everybody(404, ((PARTNER, *STAFF), 200)),
        post=NO,
        at=file("illustration_draft"),
        about="of a draft",
    ),
    Row(f"{ROOT}files/<int:pk>/withdraw/", get=NO_GET, post=people(403, (STAFF, 302)), at=file("illustration")),
    Row(f"{DESK}pictures/", get=hers(), post=hers(302), at=of("practice_draft"), data=a_picture),
    Row(f"{DESK}pictures/<int:pk>/remove/", get=NO_GET, post=hers(302), at=on_draft),
]
