"""Which mails one gets, and the digests in the admin."""

from tests.security.access.admin import STAFF, admin
from tests.security.access.row import PUBLIC, SIGNED_IN, Row, people

ROWS = [
    Row(
        "en/notifications/settings/",
        get=SIGNED_IN,
        post=people(302),
        data=lambda stage: {"digest": "none"},
    ),
    # Whoever has the link of the mail may stop it, signed in or not: mail programs have no session.
    Row(
        "en/notifications/digest/stop/<str:token>/",
        get=PUBLIC,
        post=PUBLIC,
        at=lambda stage: {"token": stage.stop_token},
    ),
    *admin("notifications/digest", "digest", export=STAFF),
]
