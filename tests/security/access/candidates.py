"""Candidates, consultations, mandates."""

from tests.factories.candidates import WORDS
from tests.security.access.admin import DONE, admin
from tests.security.access.row import IN_A2, NO_GET, STAFF, Row, code, only, people, pk
from tests.security.stage import FUNDER, LEADER

A2 = "en/task-forces/<objective_code:code>/"
ONE = f"{A2}candidates/<int:pk>/"
STATEMENT = f"{A2}applications/<int:pk>/statement/"

nora, hugo = pk("standing", code="a2"), pk("candidacy", code="a2")
HEARD = (*IN_A2, *STAFF)


def typed(stage):
    return WORDS | {"save": "yes"}


ROWS = [
    Row(f"{A2}candidates/", get=only(HEARD), post=only(HEARD, 405), at=code("a2")),
    Row(f"{A2}candidates/", get=only(STAFF), post=only(STAFF, 405), at=code("a3"), about="another's"),
    Row(f"{ONE}support/", get=NO_GET, post=people(404, (IN_A2, 302), (STAFF, 403)), at=nora),
    Row(f"{ONE}support/", get=NO_GET, post=people(404), at=hugo, about="not consulted on"),
    Row(f"{ONE}take-back-support/", get=NO_GET, post=people(404, (IN_A2, 302), (STAFF, 403)), at=nora),
    Row(f"{ONE}comment/", get=NO_GET, post=people(404, (HEARD, 302)), at=nora, data=lambda stage: {"text": "Good."}),
    Row(f"{ONE}letter/", get=people(404, (HEARD, 200)), post=people(405), at=nora),
    Row(
        f"{A2}calls/<int:pk>/", get=people(404, (STAFF, 200)), post=people(404, (STAFF, 405)), at=pk("call", code="a2")
    ),
    Row(STATEMENT, get=people(404, (FUNDER, 200)), post=people(404, (FUNDER, 302)), at=hugo, data=typed),
    Row(f"{STATEMENT}save/", get=people(404, (FUNDER, 405)), post=people(404, (FUNDER, 204)), at=hugo, data=typed),
    # Nothing of Hugo's is stored that could be taken up again; what Nora sent is the secretariat's to read only.
    Row(f"{STATEMENT}reopen/", get=NO_GET, post=people(404), at=hugo),
    Row(f"{STATEMENT}reopen/", get=NO_GET, post=people(404, (HEARD, 403)), at=nora, about="Nora's"),
    Row(
        f"{A2}members/<int:pk>/go-on/",
        get=NO_GET,
        post=people(404, (HEARD, 403), (LEADER, 302)),
        at=pk("leader_seat", code="a2"),
    ),
    *admin(
        "taskforces/call",
        "call",
        add=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("plan-consultation", "move-deadline"), STAFF),
    ),
    *admin("taskforces/consultation", "consultation", verbs={"move": STAFF}),
    *admin("colleges/bureaumandate", "bureau_mandate", add=STAFF, export=STAFF, verbs={"end": STAFF}),
    Row(
        "admin/taskforces/seat/<path:object_id>/renew/",
        get=only(STAFF),
        post=only(STAFF, DONE),
        at=lambda stage: {"object_id": stage.leader_seat.pk},
    ),
]
