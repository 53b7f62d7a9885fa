"""The sheets of organisations."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    everybody,
    only,
    slug,
)
from tests.security.stage import (
    FOCAL_POINT,
)

SHEET = "en/partners/<slug:slug>/sheet/"
CARLAS = (FOCAL_POINT, *STAFF)


def typed(stage):
    """Another sentence, on the page as it is now."""
    return {"short_en": "We care for soil.", "seen": stage.sheet.stamp}


ROWS = [
    *[
        Row(f"en/partners/<slug:slug>/{name}/", get=PUBLIC, post=NO, at=slug("fundacion"))
        for name in ("logo", "poster")
    ],
    Row(
        "en/partners/<slug:slug>/logo/", get=everybody(404), post=NO, at=slug("bodenbund"), about="where there is none"
    ),
    Row(
        "en/partners/<slug:slug>/logo/",
        get=everybody(404),
        post=NO,
        at=slug("candidate"),
        about="of a candidate",
    ),
    Row(SHEET, get=only(CARLAS), post=only(CARLAS, 302), at=slug("fundacion"), data=typed),
    Row(SHEET, get=only(STAFF), post=only(STAFF, 302), at=slug("bodenbund"), about="not written yet"),
    Row(SHEET, get=only(STAFF, others=404), post=only(STAFF, 302, others=404), at=slug("suspended"), about="suspended"),
    Row(f"{SHEET}preview/", get=only(CARLAS), post=only(CARLAS, 405), at=slug("fundacion")),
    Row(f"{SHEET}preview/", get=only(STAFF, 302), post=only(STAFF, 405), at=slug("bodenbund"), about="without draft"),
    Row(f"{SHEET}draft/", get=only(CARLAS, 405), post=only(CARLAS, 204), at=slug("fundacion"), data=typed),
    Row(f"{SHEET}publish/", get=NO_GET, post=only(CARLAS, 302), at=slug("fundacion"), data=typed),
    Row(f"{SHEET}discard/", get=NO_GET, post=only(CARLAS, 302), at=slug("fundacion")),
    *[
        Row(f"{SHEET}{name}/", get=only(CARLAS), post=only(CARLAS, 405), at=slug("fundacion"))
        for name in ("logo", "poster")
    ],
    Row(
        f"{SHEET}logo/", get=only(STAFF, 404), post=only(STAFF, 405), at=slug("bodenbund"), about="where there is none"
    ),
]
