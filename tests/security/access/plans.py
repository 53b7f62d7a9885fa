"""The plans of action of the colleges."""

from tests.security.access.admin import admin
from tests.security.access.row import NO_GET, STAFF, Row, only, people
from tests.security.stage import FOCAL_POINT, FUNDER

PLAN = "en/colleges/<slug:slug>/plan/"
# Carla represents her college in the Bureau; Hugo's bank stands in it, too: he reads the plan.
BUREAU = (FOCAL_POINT, *STAFF)


def of_college(stage):
    return {"slug": stage.action.college.slug}


def of_action(stage):
    return of_college(stage) | {"pk": stage.action.pk}


def writes(answer=200):
    return only(BUREAU, answer, others=404) | {FUNDER: 403}


ROWS = [
    Row(PLAN, get=only((*BUREAU, FUNDER), others=404), post=people(405), at=of_college),
    Row(f"{PLAN}add/", get=writes(), post=writes(302), at=of_college, data=lambda stage: {"title": "Write a letter"}),
    *[
        Row(f"{PLAN}<int:pk>/{page}/", get=writes(), post=writes(302), at=of_action, data=data)
        for page, data in (
            ("change", lambda stage: {"title": "Count all farms"}),
            ("drop", lambda stage: {"reason": "So."}),
        )
    ],
    *[
        Row(f"{PLAN}<int:pk>/{verb}/", get=NO_GET, post=writes(302), at=of_action)
        for verb in ("begin", "complete", "take-up")
    ],
    *admin(
        "colleges/action", "action", export=STAFF, verbs=dict.fromkeys(("begin", "complete", "drop", "take-up"), STAFF)
    ),
]
