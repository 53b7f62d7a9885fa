"""Organisations and their people."""

from tests.security.access.row import (
    NO,
    NO_GET,
    PUBLIC,
    SIGNED_IN,
    STAFF,
    Row,
    everybody,
    only,
    people,
    pk,
    slug,
)
from tests.security.stage import (
    FOCAL_POINT,
    LEADER,
    PARTNER,
)

ROWS = [
    Row("en/partners/supporters/", get=PUBLIC, post=NO),
    Row(
        "en/partners/agreements/<int:pk>/document/",
        get=only(STAFF, others=404),
        post=people(405),
        at=pk("agreement"),
        about="the secretariat's own",
    ),
    Row("en/partners/map/", get=PUBLIC, post=NO),
    Row("en/partners/map.json", get=PUBLIC, post=NO),
    Row("en/partners/places/", get=SIGNED_IN, post=people(405)),
    Row("en/partners/", get=PUBLIC, post=NO),
    Row("en/partners/<slug:slug>/", get=PUBLIC, post=NO, at=slug("fundacion")),
    Row(
        "en/partners/<slug:slug>/",
        get=everybody(404, (STAFF, 200)),
        post=NO,
        at=slug("candidate"),
        about="of a candidate",
    ),
    Row(
        "en/partners/<slug:slug>/",
        get=everybody(404, (STAFF, 200)),
        post=NO,
        at=slug("suspended"),
        about="of a suspended one",
    ),
    Row(
        "en/partners/<slug:slug>/place/",
        get=only((FOCAL_POINT, *STAFF)),
        post=only((FOCAL_POINT, *STAFF), 200),
        at=slug("fundacion"),
        data=lambda stage: {"place": "Nowhereville"},
        about="own for Carla, Amina's is another one",
    ),
    Row(
        "en/partners/<slug:slug>/place/",
        get=only(STAFF, others=404),
        post=only(STAFF, 200, others=404),
        at=slug("suspended"),
        data=lambda stage: {"place": "Nowhereville"},
        about="of a suspended one",
    ),
    Row(
        "en/partners/<slug:slug>/people/",
        get=only((FOCAL_POINT, *STAFF)),
        post=only((FOCAL_POINT, *STAFF), 405),
        at=slug("fundacion"),
        about="own for Carla, Amina's is another one",
    ),
    Row(
        "en/partners/<slug:slug>/people/",
        get=only((LEADER, *STAFF)),
        post=only((LEADER, *STAFF), 405),
        at=slug("afris"),
        about="where Amina is focal point",
    ),
    Row(
        "en/partners/<slug:slug>/people/",
        get=only(STAFF, others=404),
        post=only(STAFF, 405, others=404),
        at=slug("suspended"),
        about="of a suspended one",
    ),
    Row("en/partners/<slug:slug>/request/", get=NO_GET, post=people(302), at=slug("fundacion")),
    Row(
        "en/partners/<slug:slug>/request/",
        get=NO_GET,
        post=only(STAFF, 302, others=404),
        at=slug("candidate"),
        about="to a candidate",
    ),
    *[
        Row(
            f"en/partners/affiliations/<int:pk>/{verb}/",
            get=NO_GET,
            post=only((FOCAL_POINT, *STAFF), 302, others=404),
            at=pk(affiliation),
            about="of Carla's organisation",
        )
        for verb, affiliation in (
            ("confirm", "colleague"),
            ("decline", "colleague"),
            ("end", "active_colleague"),
            ("name-focal-point", "active_colleague"),
        )
    ],
    *[
        Row(
            f"en/partners/affiliations/<int:pk>/{verb}/",
            get=NO_GET,
            post=only((LEADER, *STAFF), 302, others=404),
            at=pk("stranger"),
            about="of Amina's organisation",
        )
        for verb in ("confirm", "decline", "end", "name-focal-point")
    ],
    Row(
        "en/partners/affiliations/<int:pk>/end/",
        get=NO_GET,
        post=only((PARTNER, *STAFF), 302, others=404),
        at=lambda stage: {"pk": stage.bruno.affiliations.get().pk},
        about="Bruno's own",
    ),
    Row(
        "en/partners/affiliations/<int:pk>/confirm/",
        get=NO_GET,
        post=only(STAFF, 302, others=404) | {PARTNER: 403},
        at=lambda stage: {"pk": stage.bruno.affiliations.get().pk},
        about="Bruno's own",
    ),
    Row(
        "en/partners/affiliations/<int:pk>/name-focal-point/",
        get=NO_GET,
        post=only(STAFF, 302, others=404) | {PARTNER: 403},
        at=lambda stage: {"pk": stage.bruno.affiliations.get().pk},
        about="Bruno's own",
    ),
]
