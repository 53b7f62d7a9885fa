"""Invitations, mail domains, focal points."""

from tests.security.access.row import (
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    everybody,
    only,
    pk,
    slug,
)
from tests.security.stage import (
    FOCAL_POINT,
    MEMBER,
)

ROWS = [
    Row(
        "en/partners/<slug:slug>/people/invite/",
        get=only((FOCAL_POINT, *STAFF)),
        post=only((FOCAL_POINT, *STAFF), 302),
        at=slug("fundacion"),
        data=lambda stage: {"email": "somebody@example.net", "language": "en"},
    ),
    Row(
        "en/partners/<slug:slug>/people/invite/",
        get=only(STAFF, others=404),
        post=only(STAFF, others=404),
        at=slug("suspended"),
        about="of a suspended one",
    ),
    Row(
        "en/partners/<slug:slug>/people/domains/",
        get=only((FOCAL_POINT, *STAFF)),
        post=only((FOCAL_POINT, *STAFF)) | dict.fromkeys(STAFF, 302),
        at=slug("fundacion"),
        data=lambda stage: {"domain": "soils.example"},
        about="Carla has no address there",
    ),
    Row(
        "en/partners/mail-domains/<int:pk>/drop/",
        get=NO_GET,
        post=only((FOCAL_POINT, *STAFF), 302, others=404),
        at=pk("mail_domain"),
    ),
    *[
        Row(
            f"en/partners/invitations/<int:pk>/{verb}/",
            get=NO_GET,
            post=only((FOCAL_POINT, *STAFF), 302, others=404),
            at=pk("invitation"),
        )
        for verb in ("withdraw", "send-again")
    ],
    Row(
        "en/partners/invitations/<str:token>/",
        get=PUBLIC,
        post=only(MEMBER, 302),
        at=lambda stage: {"token": stage.invitation.token},
        about="sent to Mila",
    ),
    Row(
        "en/partners/invitations/<str:token>/",
        get=everybody(404),
        post=everybody(404),
        at=lambda stage: {"token": "forged"},
        about="forged",
    ),
    Row(
        "en/partners/affiliations/<int:pk>/step-down/",
        get=NO_GET,
        post=only((FOCAL_POINT, *STAFF), 302, others=404),
        at=lambda stage: {"pk": stage.carla.affiliations.get().pk},
        about="Carla's own",
    ),
    Row(
        "en/partners/affiliations/<int:pk>/step-down/",
        get=NO_GET,
        post=only(STAFF, 302, others=404) | {FOCAL_POINT: 403},
        at=pk("active_colleague"),
        about="of Carla's colleague",
    ),
]
