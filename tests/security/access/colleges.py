"""Colleges, groups and ambassadors."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    everybody,
    only,
    people,
    pk,
)
from tests.security.stage import (
    MEMBER,
)

ACTIVITIES = "en/friends/ambassadors/activities/"
# The secretariat reads what ambassadors do, and writes nothing in their place.
REFUSED = dict.fromkeys(STAFF, 403)


def told(stage):
    """What an ambassador types."""
    return {"title": "A field day", "happened_on": "2025-05-01", "country": "FR", "people_reached": "40"}


ROWS = [
    Row("en/colleges/", get=PUBLIC, post=NO),
    Row("en/colleges/<slug:slug>/", get=PUBLIC, post=NO, at=lambda stage: {"slug": stage.placement.college.slug}),
    Row(
        "en/colleges/<slug:slug>/",
        get=everybody(404),
        post=everybody(404),
        at=lambda stage: {"slug": "none"},
        about="unknown",
    ),
    Row("en/funders/", get=PUBLIC, post=NO),
    Row("en/friends/", get=PUBLIC, post=NO),
    Row("en/friends/ambassadors/", get=only(MEMBER), post=only(MEMBER, 405)),
    Row(f"{ACTIVITIES}add/", get=only(MEMBER), post=only(MEMBER, 302), data=told),
    Row(
        f"{ACTIVITIES}<int:pk>/change/",
        get=only(MEMBER, others=404) | REFUSED,
        post=only(MEMBER, 302, others=404) | REFUSED,
        at=pk("lecture"),
        data=told,
        about="Mila's",
    ),
    Row(
        f"{ACTIVITIES}<int:pk>/remove/",
        get=NO_GET,
        post=only(MEMBER, 302, others=404) | REFUSED,
        at=pk("lecture"),
        about="Mila's",
    ),
    Row(
        "en/friends/ambassadors/kit/<int:pk>/",
        get=only((MEMBER, *STAFF), others=404),
        post=people(405),
        at=pk("kit_item"),
    ),
]
