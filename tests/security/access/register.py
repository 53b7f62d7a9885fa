"""Registers of task forces and their gaps."""

from tests.security.access.admin import admin
from tests.security.access.row import IN_A2, NO_GET, PARTNER_PEOPLE, STAFF, Row, code, only, people, pk, words
from tests.security.stage import LEADER, MEMBER

A2 = "en/task-forces/<objective_code:code>/"
READERS = {*PARTNER_PEOPLE, *IN_A2}
WRITERS = (*IN_A2, *STAFF)
# The leader, and Mila whose they are.
THEIRS = (LEADER, MEMBER, *STAFF)
SEEN = people(404, (tuple(READERS), 403))


def item(stage):
    return {"type": "project", "title": "Zaï", "regions": ["africa"]}


def gap(stage):
    return {"statement": "Nobody pays.", "region": "africa"}


def may(roles, answer):
    return SEEN | dict.fromkeys(roles, answer)


ITEM, GAP = f"{A2}register/<int:pk>/", f"{A2}gaps/<int:pk>/"
of_item, of_gap = pk("register_item", code="a2"), pk("gap", code="a2")

ROWS = [
    Row(f"{A2}register/", get=only(READERS), post=only(READERS, 405), at=code("a2")),
    Row(f"{A2}register/table/", get=only(READERS), post=only(READERS, 405), at=code("a2")),
    Row(f"{A2}register/export/", get=only(READERS, 400), post=only(READERS, 405), at=code("a2")),
    Row(f"{A2}register/add/", get=only(WRITERS), post=only(WRITERS, 302), at=code("a2"), data=item),
    Row(f"{A2}register/add/", get=only(STAFF), post=only(STAFF, 302), at=code("a3"), data=item, about="another's"),
    Row(f"{A2}register/import/", get=only(WRITERS), post=only(WRITERS), at=code("a2")),
    Row(ITEM, get=people(404, (tuple(READERS), 200)), post=people(405), at=of_item),
    Row(
        ITEM,
        get=people(404, (WRITERS, 200)),
        post=people(405),
        at=pk("withdrawn_item", code="a2"),
        about="withdrawn",
    ),
    Row(f"{ITEM}change/", get=may(THEIRS, 200), post=may(THEIRS, 302), at=of_item, data=item),
    Row(f"{ITEM}withdraw/", get=may(THEIRS, 200), post=may(THEIRS, 302), at=of_item, data=words),
    Row(f"{ITEM}restore/", get=NO_GET, post=may(THEIRS, 302), at=of_item),
    Row(f"{ITEM}merge/", get=NO_GET, post=may((LEADER, *STAFF), 302), at=of_item),
    Row(f"{A2}gaps/name/", get=only(WRITERS), post=only(WRITERS, 302), at=code("a2"), data=gap),
    Row(GAP, get=people(404, (tuple(READERS), 200)), post=people(405), at=of_gap),
    Row(f"{GAP}address/", get=may(THEIRS, 200), post=may(THEIRS, 302), at=of_gap, data=words),
    Row(f"{GAP}close/", get=may(THEIRS, 200), post=may(THEIRS, 302), at=of_gap, data=words),
    Row(f"{GAP}reopen/", get=NO_GET, post=may(THEIRS, 302), at=of_gap),
    Row(f"{GAP}support/", get=NO_GET, post=may(IN_A2, 302), at=of_gap),
    Row(f"{GAP}drop-support/", get=NO_GET, post=may(IN_A2, 302), at=of_gap),
    *admin(
        "taskforces/registeritem",
        "register_item",
        export=STAFF,
        verbs=dict.fromkeys(("withdraw", "restore", "merge"), STAFF),
    ),
    *admin("taskforces/gap", "gap", export=STAFF, verbs=dict.fromkeys(("address", "close", "reopen"), STAFF)),
]
