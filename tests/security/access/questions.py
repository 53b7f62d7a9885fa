"""Questions to scientists: Bruno asks, Carla answers, everybody signed in reads."""

from tests.security.access.admin import admin
from tests.security.access.row import NO_GET, SIGNED_IN, STAFF, Row, only, people, pk
from tests.security.stage import FOCAL_POINT, PARTNER

QUESTION, ANSWER = "en/questions/<int:pk>/", "en/questions/answers/<int:pk>/"
BOTH_SIDES = (PARTNER, FOCAL_POINT)


def words(stage):
    return {"text": "Two spades deep.", "language": "en"}


def reason(stage):
    return {"reason": "It was asked before."}


def asking(stage):
    return {"title": "How deep?", "text": "Sand.", "language": "en", "themes": ["forests"]}


def leading(stage):
    return {"expert": stage.another_expert.pk}


ROWS = [
    Row("en/questions/", get=SIGNED_IN, post=people(405)),
    Row("en/questions/ask/", get=SIGNED_IN, post=people(302), data=asking),
    Row(QUESTION, get=SIGNED_IN, post=people(405), at=pk("question")),
    Row(f"{QUESTION}answer/", get=only(FOCAL_POINT), post=only(FOCAL_POINT, 302), at=pk("question"), data=words),
    Row(f"{QUESTION}follow-up/", get=only(BOTH_SIDES), post=only(BOTH_SIDES, 302), at=pk("question"), data=words),
    Row(f"{QUESTION}withdraw/", get=NO_GET, post=only(PARTNER, 302), at=pk("question")),
    Row(f"{QUESTION}assign/", get=only(STAFF), post=only(STAFF, 302), at=pk("question"), data=leading),
    Row(f"{QUESTION}close/", get=only(STAFF), post=only(STAFF, 302), at=pk("question"), data=reason),
    Row(f"{QUESTION}reopen/", get=NO_GET, post=only(STAFF, 302), at=pk("closed_question")),
    Row(f"{ANSWER}edit/", get=only(FOCAL_POINT), post=only(FOCAL_POINT, 302), at=pk("answer"), data=words),
    Row(f"{ANSWER}accept/", get=NO_GET, post=only(PARTNER, 302), at=pk("answer")),
    *admin("questions/expert", "another_expert", add=STAFF, export=STAFF, verbs={"redirect": STAFF, "end": STAFF}),
    *admin(
        "questions/question",
        "question",
        export=STAFF,
        verbs=dict.fromkeys(("assign", "close", "reopen"), STAFF),
    ),
    *admin("questions/answer", "answer", export=STAFF),
]
