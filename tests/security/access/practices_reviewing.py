"""Desks of datasheets. All sheets are Bruno's; Fatou was asked to review what he has submitted."""

from tests.security.access.row import NO_GET, SIGNED_IN, STAFF, Row, only, people
from tests.security.stage import PARTNER, REPRESENTATIVE

DESK = "en/practices/<practice_code:code>/desk/"
WRITER, REVIEWER = PARTNER, REPRESENTATIVE
WRITERS = (WRITER, *STAFF)
# Who sees the desk of what was submitted.
INVOLVED = (WRITER, REVIEWER, *STAFF)


def at(name):
    return lambda stage: {"code": getattr(stage, name).code}


def of_comment(stage):
    return {"code": stage.practice_submitted.code, "pk": stage.practice_comment.pk}


def of_assignment(stage):
    return {"code": stage.practice_submitted.code, "pk": stage.practice_submitted.assignments.get().pk}


def reason(stage):
    return {"reason": "Say where."}


def remark(stage):
    return {"section": "essentials", "text": "Say where."}


def judged(answer=302):
    """Bruno wrote it, Fatou was asked; nobody else sees it."""
    return people(404, (WRITER, 403), ((REVIEWER, *STAFF), answer))


ROWS = [
    Row("en/practices/reviews/", get=SIGNED_IN, post=people(405)),
    Row(DESK, get=only(INVOLVED, others=404), post=only(INVOLVED, 405, others=404), at=at("practice_submitted")),
    Row(DESK, get=only(WRITERS), post=only(WRITERS, 405), at=at("practice"), about="of what is published"),
    Row(
        DESK,
        get=only(WRITERS, others=404),
        post=only(WRITERS, 405, others=404),
        at=at("practice_draft"),
        about="of a draft",
    ),
    Row(f"{DESK}changes/", get=only(WRITERS), post=only(WRITERS, 405), at=at("practice")),
    Row(
        f"{DESK}changes/",
        get=people(404),
        post=people(404, (INVOLVED, 405)),
        at=at("practice_submitted"),
        about="of what never was published",
    ),
    Row(
        f"{DESK}comment/",
        get=only(INVOLVED, others=404),
        post=only(INVOLVED, 302, others=404),
        at=at("practice_submitted"),
        data=remark,
    ),
    Row(
        f"{DESK}comments/<int:pk>/settle/",
        get=NO_GET,
        post=people(404, (INVOLVED, 302)),
        at=of_comment,
    ),
    Row(
        f"{DESK}send-back/",
        get=judged(200),
        post=judged(),
        at=at("practice_submitted"),
        data=reason,
    ),
    Row(f"{DESK}review/", get=NO_GET, post=judged(), at=at("practice_submitted")),
    Row(
        f"{DESK}reject/",
        get=judged(200),
        post=judged(),
        at=at("practice_submitted"),
        data=reason,
    ),
    Row(
        f"{DESK}publish/",
        get=NO_GET,
        post=people(404, (WRITER, 403), (STAFF, 302)),
        at=at("practice_reviewed"),
    ),
    Row(
        f"{DESK}assign/",
        get=people(404, ((WRITER, REVIEWER), 403), (STAFF, 200)),
        post=people(404, ((WRITER, REVIEWER), 403), (STAFF, 302)),
        at=at("practice_submitted"),
        data=lambda stage: {"person": stage.carla.pk},
    ),
    Row(
        f"{DESK}assignments/<int:pk>/release/",
        get=NO_GET,
        post=people(404, ((REVIEWER, *STAFF), 302)),
        at=of_assignment,
    ),
]
