"""Notices."""

from tests.security.access.row import (
    NO_GET,
    SIGNED_IN,
    Row,
    only,
    people,
    pk,
)
from tests.security.stage import (
    FRIEND,
)

ROWS = [
    Row("en/notifications/", get=SIGNED_IN, post=people(405)),
    Row("en/notifications/read/", get=NO_GET, post=people(302)),
    Row(
        "en/notifications/<int:pk>/",
        get=only(FRIEND, others=404),
        post=only(FRIEND, 302, others=404),
        at=pk("notice"),
        about="Victor's",
    ),
]
