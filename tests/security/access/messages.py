"""Writing to organisations."""

from tests.security.access.row import (
    NO_GET,
    SIGNED_IN,
    Row,
    only,
    people,
    pk,
    slug,
    words,
)
from tests.security.stage import (
    FOCAL_POINT,
    FRIEND,
    FUNDER,
)

ROWS = [
    Row("en/messages/", get=SIGNED_IN, post=people(405)),
    Row(
        "en/partners/<slug:slug>/write/",
        get=SIGNED_IN,
        # Carla does not write to herself, and takes no messages from Hugo: the page says so.
        post=people(302, ((FOCAL_POINT, FUNDER), 200)),
        at=slug("fundacion"),
        data=lambda stage: {"subject": "A visit", "text": "May we come?", "language": "en"},
        about="to Carla's organisation",
    ),
    Row("en/partners/<slug:slug>/write/", get=people(404), post=people(404), at=slug("candidate"), about="a candidate"),
    Row(
        "en/messages/<int:pk>/",
        get=only((FRIEND, FOCAL_POINT), others=404),
        post=only((FRIEND, FOCAL_POINT), 302, others=404),
        at=pk("conversation"),
        data=words,
        about="Victor's with Carla",
    ),
    Row(
        "en/messages/<int:pk>/close/",
        get=NO_GET,
        post=only(FRIEND, 302, others=404) | {FOCAL_POINT: 403},
        at=pk("conversation"),
        about="Victor's with Carla",
    ),
    Row(
        "en/messages/<int:pk>/block/",
        get=NO_GET,
        post=only(FOCAL_POINT, 302, others=404) | {FRIEND: 403},
        at=pk("conversation"),
        about="Victor's with Carla",
    ),
    Row(
        "en/messages/<int:pk>/report/",
        get=only((FRIEND, FOCAL_POINT), others=404),
        post=only((FRIEND, FOCAL_POINT), 302, others=404),
        at=pk("conversation"),
        data=lambda stage: {"reason": "An advertisement."},
        about="Victor's with Carla",
    ),
    Row(
        "en/messages/blocks/<int:pk>/lift/",
        get=NO_GET,
        post=only(FOCAL_POINT, 302, others=404),
        at=pk("block"),
        about="of Carla's organisation",
    ),
]
