"""Organisations that apply to join."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PUBLIC,
    SIGNED_IN,
    STAFF,
    Row,
    only,
    people,
)
from tests.security.stage import (
    FRIEND,
    PARTNER,
)

JOINING = "en/partners/applications/<int:pk>/"


def of_joining(name, **more):
    return lambda stage: {"pk": getattr(stage, name).pk, **more}


def rows_of_joining():
    """Victor's application has been sent; Bruno's is a draft, which nobody else sees."""
    sent, begun = of_joining("joining"), of_joining("joining_begun")
    yield Row(JOINING, get=only((FRIEND, *STAFF), others=404), post=people(405), at=sent, about="sent")
    yield Row(JOINING, get=only(PARTNER, 302, others=404), post=people(405), at=begun, about="a draft")
    for step, posted in (("organisation", 200), ("files", 200), ("check", 302)):
        if step == "files":
            posted = 302
        yield Row(
            f"{JOINING}{step}/",
            get=people(404, (FRIEND, 302), (STAFF, 403)),
            post=people(404, (FRIEND, 302), (STAFF, 403)),
            at=sent,
            about="sent",
        )
        yield Row(
            f"{JOINING}{step}/",
            get=only(PARTNER, others=404),
            post=only(PARTNER, posted, others=404),
            at=begun,
            about="a draft",
        )
    yield Row(
        f"{JOINING}save/", get=people(404, (PARTNER, 405)), post=people(404, (PARTNER, 204)), at=begun, about="a draft"
    )
    yield Row(f"{JOINING}withdraw/", get=NO_GET, post=people(404, (FRIEND, 302), (STAFF, 403)), at=sent, about="sent")
    yield Row(f"{JOINING}withdraw/", get=NO_GET, post=only(PARTNER, 302, others=404), at=begun, about="a draft")
    piece = f"{JOINING}files/<slug:kind>/"
    logo, none = of_joining("joining", kind="logo"), of_joining("joining", kind="passport")
    yield Row(piece, get=only(FRIEND, others=404), post=people(405), at=logo, about="the logo sent")
    yield Row(piece, get=people(404), post=people(405), at=none, about="of no kind")
    yield Row(
        f"{piece}remove/",
        get=NO_GET,
        post=only(PARTNER, 302, others=404),
        at=of_joining("joining_begun", kind="logo"),
        about="the logo of a draft",
    )


ROWS = [
    Row("en/partners/apply/", get=PUBLIC, post=NO),
    Row("en/partners/apply/declaration/", get=PUBLIC, post=NO),
    Row("en/partners/apply/organisation/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/partners/apply/save/", get=NO_GET, post=people(204)),
    *rows_of_joining(),
]
