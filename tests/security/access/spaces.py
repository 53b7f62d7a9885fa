"""Rooms and Interfaces."""

from tests.security.access.admin import admin
from tests.security.access.row import (
    IN_A2,
    PARTNER_PEOPLE,
    SIGNED_IN,
    STAFF,
    Row,
    only,
    people,
    slug,
)
from tests.security.stage import FRIEND

SPACE = "en/spaces/<slug:slug>/"


def rooms(route, name, let_in, about):
    """A page of a room that only those let in find."""
    return Row(route, get=only(let_in, others=404), post=people(405), at=slug(name), about=about)


ROWS = [
    Row("en/spaces/", get=SIGNED_IN, post=people(405)),
    rooms(SPACE, "a2_space", (*IN_A2, *STAFF), "of a task force"),
    rooms(f"{SPACE}people/", "a2_space", (*IN_A2, *STAFF), "of a task force"),
    rooms(f"{SPACE}events/", "a2_space", (*IN_A2, *STAFF), "of a task force"),
    rooms(SPACE, "research_space", (*PARTNER_PEOPLE, FRIEND), "of an Interface into which Victor was let"),
    rooms(SPACE, "projects_space", PARTNER_PEOPLE, "of an Interface"),
    Row("en/interfaces/", get=only((*PARTNER_PEOPLE, FRIEND)), post=only((*PARTNER_PEOPLE, FRIEND), 405)),
    Row(
        "en/interfaces/<slug:slug>/",
        get=only((*PARTNER_PEOPLE, FRIEND)),
        post=only((*PARTNER_PEOPLE, FRIEND), 405),
        at=slug("research"),
        about="into whose room Victor was let",
    ),
    Row(
        "en/interfaces/<slug:slug>/",
        get=only(PARTNER_PEOPLE) | {FRIEND: 404},
        post=only(PARTNER_PEOPLE, 405) | {FRIEND: 405},
        at=slug("projects_interface"),
    ),
    *admin("spaces/space", "a2_space", export=STAFF, verbs={"open-to": STAFF}),
    *admin("spaces/membership", "membership", add=STAFF, export=STAFF, verbs={"end": STAFF}),
    *admin("interfaces/interface", "research", change=STAFF),
    *admin("interfaces/pin", "pin", add=STAFF, change=STAFF, verbs={"remove": STAFF}),
]
