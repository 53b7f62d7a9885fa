"""Discussions, in the room of A2: whoever has a seat there reads and writes, Amina moderates."""

from tests.security.access.admin import admin
from tests.security.access.row import IN_A2, NO_GET, STAFF, Row, only, people
from tests.security.stage import LEADER, MEMBER, REPRESENTATIVE

HERE = "en/spaces/<slug:slug>/discussions/"
THREAD, POST = f"{HERE}<int:pk>/", f"{HERE}posts/<int:pk>/"
INSIDE = (*IN_A2, *STAFF)
MODERATES = (LEADER, *STAFF)


def here(name=None):
    """The address in the room of A2, of an object of the stage."""

    def at(stage):
        found = {"slug": stage.a2.space.slug}
        return found | {"pk": getattr(stage, name).pk} if name else found

    return at


def inside(answer=200):
    """`answer` for those who are let in; there is nothing for others."""
    return only(INSIDE, answer, others=404)


def among(roles, answer=200, *, refused=403):
    """`answer` for `roles` of those who are let in, `refused` for the rest of them."""
    return people(404, (INSIDE, refused), (roles, answer))


def starting(stage):
    return {"kind": "discussion", "title": "Peat", "text": "Who measures?", "language": "en"}


def words(stage):
    return {"text": "Some words.", "language": "en"}


def reason(stage):
    return {"reason": "So.", "words": "So.", "conclusion": "So.", "title": "So."}


def moved(stage):
    return {"space": "0"}


BUT_FATOU = tuple(role for role in INSIDE if role != REPRESENTATIVE)

ROWS = [
    Row(HERE, get=inside(), post=people(405), at=here()),
    Row(f"{HERE}start/", get=inside(), post=inside(302), at=here(), data=starting),
    Row(THREAD, get=inside(), post=people(405), at=here("thread")),
    Row(f"{THREAD}reply/", get=inside(), post=inside(302), at=here("thread"), data=words),
    Row(f"{THREAD}follow/", get=NO_GET, post=inside(302), at=here("thread"), data=lambda stage: {"choice": "follow"}),
    Row(
        f"{THREAD}close/",
        get=among((MEMBER, *MODERATES)),
        post=among((MEMBER, *MODERATES), 302),
        at=here("thread"),
        data=reason,
    ),
    Row(f"{THREAD}reopen/", get=NO_GET, post=among((MEMBER, *MODERATES), 302), at=here("thread")),
    Row(f"{THREAD}pin/", get=NO_GET, post=among(MODERATES, 302), at=here("thread")),
    # The form is shown again: there is no such room.
    Row(f"{THREAD}move/", get=among(MODERATES), post=among(MODERATES), at=here("thread"), data=moved),
    # The same: there is no such discussion.
    Row(f"{THREAD}merge/", get=among(MODERATES), post=among(MODERATES), at=here("thread"), data=lambda stage: {}),
    Row(POST, get=inside(302), post=people(405), at=here("post")),
    Row(f"{POST}file/", get=inside(), post=people(405), at=here("post")),
    Row(f"{POST}history/", get=inside(), post=people(405), at=here("post")),
    Row(
        f"{POST}edit/",
        get=among((REPRESENTATIVE,)),
        post=among((REPRESENTATIVE,), 302),
        at=here("post"),
        data=words,
        about="Fatou's",
    ),
    Row(
        f"{POST}react/",
        get=NO_GET,
        post=among(BUT_FATOU, 302),
        at=here("post"),
        data=lambda stage: {"kind": "useful"},
        about="Fatou's",
    ),
    Row(f"{POST}report/", get=among(BUT_FATOU), post=among(BUT_FATOU, 302), at=here("post"), data=reason),
    Row(f"{POST}dismiss/", get=NO_GET, post=among(MODERATES, 302), at=here("post")),
    Row(f"{POST}hide/", get=among(MODERATES), post=among(MODERATES, 302), at=here("post"), data=reason),
    Row(f"{POST}warn/", get=among(MODERATES), post=among(MODERATES, 302), at=here("post"), data=reason),
    Row(f"{POST}split/", get=among(MODERATES), post=among(MODERATES, 302), at=here("post"), data=reason),
    # A hidden post is there for its author and for those who moderate alone.
    *[
        Row(
            f"{POST}{verb}/",
            get=NO_GET,
            post=people(404, (MODERATES, 302), (REPRESENTATIVE, 403)),
            at=here("hidden_post"),
            about="of Fatou's",
        )
        for verb in ("show", "uphold")
    ],
    Row(
        f"{POST}appeal/",
        get=people(404, (MODERATES, 403), (REPRESENTATIVE, 200)),
        post=people(404, (MODERATES, 403), (REPRESENTATIVE, 302)),
        at=here("hidden_post"),
        data=reason,
    ),
    *admin("discussions/thread", "thread", export=STAFF, verbs=dict.fromkeys(("reopen", "unpin"), STAFF)),
    *admin("discussions/post", "post", verbs=dict.fromkeys(("hide", "show"), STAFF)),
    *admin("discussions/postreport", "post_report", verbs={"settle": STAFF}),
]
