"""The admin of practice datasheets."""

from tests.security.access.admin import admin
from tests.security.access.row import STAFF

VERBS = (
    *("assign-reviewer", "release-reviewer", "review", "publish", "send-back", "reject"),
    *("confirm", "remind", "tag", "untag", "archive", "restore"),
)

ROWS = [
    *admin("practices/practice", "practice", export=STAFF, verbs=dict.fromkeys(VERBS, STAFF)),
    *admin("practices/version", "practice_version", export=STAFF),
    *admin("practices/assignment", "practice_assignment", export=STAFF, verbs={"release": STAFF}),
    *admin("practices/vocabulary", "practices.Vocabulary", change=STAFF, export=STAFF),
    *admin(
        "practices/term",
        "practices.Term",
        add=STAFF,
        change=STAFF,
        export=STAFF,
        verbs={"retire": STAFF, "restore": STAFF},
    ),
]
