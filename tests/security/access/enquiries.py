"""Questions from outside."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    code,
    everybody,
    only,
    people,
    pk,
)
from tests.security.stage import FRIEND, LEADER

A2 = "en/task-forces/<objective_code:code>/questions/"
ONE = f"{A2}<int:pk>/"
ANSWERS = (LEADER, *STAFF)


def may(answer):
    """Victor asked and reads; those who answer may; nobody else sees it."""
    return people(404, (FRIEND, 403), (ANSWERS, answer))


def asked(stage):
    return {"name": "Wendy", "email": "wendy@outside.example", "question": "Why?", "language": "en"}


def answer(stage):
    return {"text": "Because.", "language": "en"}


ROWS = [
    Row(A2, get=PUBLIC, post=NO, at=code("a2")),
    Row(f"{A2}ask/", get=PUBLIC, post=everybody(302), at=code("a2"), data=asked),
    Row(f"{A2}received/", get=only(ANSWERS), post=only(ANSWERS, 405), at=code("a2")),
    Row(
        "en/task-forces/questions/<str:token>/",
        get=PUBLIC,
        post=everybody(302),
        at=lambda stage: {"token": stage.unconfirmed_enquiry.token},
    ),
    Row(ONE, get=people(404, ((FRIEND, *ANSWERS), 200)), post=people(405), at=pk("enquiry", code="a2")),
    Row(ONE, get=people(404), post=people(405), at=pk("unconfirmed_enquiry", code="a2"), about="not confirmed"),
    Row(f"{ONE}reply/", get=may(200), post=may(302), at=pk("enquiry", code="a2"), data=answer),
    Row(
        f"{ONE}set-aside/",
        get=may(200),
        post=may(302),
        at=pk("enquiry", code="a2"),
        data=lambda stage: {"why": "scope"},
    ),
    Row(f"{ONE}publish/", get=NO_GET, post=may(302), at=pk("enquiry", code="a2")),
    Row(f"{ONE}unpublish/", get=NO_GET, post=may(302), at=pk("enquiry", code="a2")),
]
