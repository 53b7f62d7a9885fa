"""Which mails one gets, and the digests in the admin."""

from notifications.models import NoticeSetting
from tests.security.access.admin import STAFF, admin
from tests.security.access.row import PUBLIC, SIGNED_IN, Row, people

CHOICE = dict.fromkeys(NoticeSetting.KINDS, "weekly") | {"digest": "none", "hour": "6", "weekday": "1"}

ROWS = [
    Row(
        "en/notifications/settings/",
        get=SIGNED_IN,
        post=people(302),
        data=lambda stage: CHOICE,
    ),
    # Whoever has the link of the mail may stop it, signed in or not: mail programs have no session.
    Row(
        "en/notifications/digest/stop/<str:token>/",
        get=PUBLIC,
        post=PUBLIC,
        at=lambda stage: {"token": stage.stop_token},
    ),
    Row(
        "en/notifications/stop/<str:token>/",
        get=PUBLIC,
        post=PUBLIC,
        at=lambda stage: {"token": stage.stop_kind_token},
    ),
    *admin("notifications/noticesetting", "notice_setting", export=STAFF),
    *admin("notifications/notice", "notice", export=STAFF),
    *admin("notifications/digest", "digest", export=STAFF),
]
