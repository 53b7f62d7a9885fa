"""The cycle of the task forces, and the strategy of the objectives with its proposals."""

from tests.security.access.admin import admin
from tests.security.access.row import IN_A2, NO, NO_GET, PUBLIC, STAFF, Row, code, only, people, pk
from tests.security.stage import LEADER, REPRESENTATIVE, SUPERUSER

CYCLE = "en/task-forces/<objective_code:code>/cycle/"
STRATEGY = "en/objectives/<objective_code:code>/strategy/"
PROPOSAL = f"{STRATEGY}proposals/<int:pk>/"
# The secretariat edits the strategy; superusers may do what anybody may.
PROPOSERS = (*IN_A2, SUPERUSER)


def reason(stage):
    return {"reason": "So it is."}


def proposal(name=None):
    """What is typed, for the item `name` of the stage as it stands."""

    def typed(stage):
        seen = {"seen": getattr(stage, name).stamp} if name else {"kind": "cause"}
        return {"text": "Words of somebody.", "why": "So.", "language": "en"} | seen

    return typed


def words(stage):
    return {"text": "I agree."}


def verb(name, roles, at):
    answer = dict.fromkeys(roles, 200)
    return Row(f"{CYCLE}{name}/", get=people(403) | answer, post=only(roles, 302), at=at, data=reason)


def may_not(roles, answer, *, seen=IN_A2):
    """404 for those who do not see a proposal, 403 for those who see it and may not."""
    return people(404, ((*seen, *STAFF), 403), (roles, answer))


RECORD, DELIVERY, OUTPUT = (pk(name, code="a2") for name in ("stage_record", "delivery", "output"))
OF_ITEM, OF_PROPOSAL = pk("strategy_item", code="a2"), pk("proposal", code="a2")

ROWS = [
    Row("en/task-forces/board/", get=PUBLIC, post=NO),
    Row(CYCLE, get=PUBLIC, post=NO, at=code("a2")),
    Row(
        f"{CYCLE}<int:pk>/move-on/",
        get=people(403, ((LEADER, *STAFF), 405)),
        post=only((LEADER, *STAFF), 302),
        at=RECORD,
    ),
    verb("<int:pk>/overrule", STAFF, RECORD),
    verb("<int:pk>/move-back", STAFF, RECORD),
    verb("outputs/<int:pk>/attest", (LEADER, *STAFF), OUTPUT),
    Row(
        f"{CYCLE}deliveries/<int:pk>/take-back/",
        get=may_not((LEADER, *STAFF), 200),
        post=may_not((LEADER, *STAFF), 302),
        at=DELIVERY,
        data=reason,
    ),
    Row(STRATEGY, get=PUBLIC, post=NO, at=code("a2")),
    Row(f"{STRATEGY}<int:pk>/", get=PUBLIC, post=NO, at=OF_ITEM),
    Row(f"{STRATEGY}add/", get=only(PROPOSERS), post=only(PROPOSERS, 302), at=code("a2"), data=proposal()),
    Row(
        f"{STRATEGY}<int:pk>/reword/",
        get=only(PROPOSERS),
        # Fatou's proposal about this item waits already.
        post=only(PROPOSERS, 302) | {REPRESENTATIVE: 200},
        at=OF_ITEM,
        data=proposal("strategy_item"),
    ),
    Row(
        f"{STRATEGY}<int:pk>/remove/",
        get=only(PROPOSERS),
        post=only(PROPOSERS, 302) | {REPRESENTATIVE: 200},
        at=OF_ITEM,
        data=proposal("strategy_item"),
    ),
    Row(f"{STRATEGY}proposals/", get=only((*IN_A2, *STAFF)), post=only((*IN_A2, *STAFF), 405), at=code("a2")),
    Row(PROPOSAL, get=people(404, ((*IN_A2, *STAFF), 200)), post=people(405), at=OF_PROPOSAL),
    Row(
        f"{PROPOSAL}comment/",
        get=people(405),
        post=may_not((LEADER, SUPERUSER), 302),
        at=OF_PROPOSAL,
        data=words,
    ),
    Row(f"{PROPOSAL}withdraw/", get=NO_GET, post=may_not((REPRESENTATIVE,), 302), at=OF_PROPOSAL),
    *admin("taskforces/stage", "taskforces.Stage", change=STAFF),
    *admin("taskforces/output", "taskforces.Output", add=STAFF, change=STAFF),
    *admin(
        "taskforces/stagerecord",
        "stage_record",
        export=STAFF,
        verbs=dict.fromkeys(("move-on", "overrule", "move-back"), STAFF),
    ),
    *admin("taskforces/outputdelivery", "delivery", verbs={"take-back": STAFF}),
    *admin(
        "objectives/strategyitem",
        "strategy_item",
        add=STAFF,
        change=STAFF,
        export=STAFF,
        verbs={"retire": STAFF, "restore": STAFF},
    ),
    *admin("objectives/strategyproposal", "proposal", verbs={"accept": STAFF, "decline": STAFF}),
]
