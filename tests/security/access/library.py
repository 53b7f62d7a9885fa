"""The library: of all rooms, and that of Africa, which is open to people of partners."""

from tests.security.access.row import NO, NO_GET, PARTNER_PEOPLE, PUBLIC, STAFF, Row, people
from tests.security.stage import PARTNER

LIST = "en/spaces/<slug:slug>/library/"
WORK = f"{LIST}<int:pk>/"
OWN = (PARTNER, *STAFF)


def seen(answer=200):
    """404 for those who are not let into the room."""
    return people(404, (PARTNER_PEOPLE, answer))


def own(answer=200):
    """Bruno added it; who else sees it may not change it, save the secretariat."""
    return people(404, (PARTNER_PEOPLE, 403), (OWN, answer))


def at(name, **more):
    """The address of something that lies in the room of Africa."""
    return lambda stage: {"slug": "region-africa", "pk": getattr(stage, name).pk, **more}


def room(stage):
    return {"slug": stage.africa.slug}


def citing(stage):
    return {"address": f"en/spaces/region-africa/library/{stage.work.pk}/cite/?kind=bib"}


def typed(stage):
    where = {"title": "Trees on farms", "address": "https://trees.example/", "language": "en"}
    return {"type": "guide", "licence": "cc-by", **where}


def corrected(stage):
    return {"type": "guide", "licence": "cc-by", "title_en": "Measuring soil carbon"}


def in_french(stage):
    return {"language": "fr", "address": "https://sols.example/"}


ROWS = [
    Row("en/library/", get=PUBLIC, post=NO),
    Row(LIST, get=seen(), post=people(405), at=room),
    Row(f"{LIST}add/", get=seen(), post=seen(302), at=room, data=typed),
    Row(f"{LIST}files/<int:pk>/", get=seen(), post=people(405), at=at("work_file")),
    Row(WORK, get=seen(), post=people(405), at=at("work")),
    Row(f"{WORK}cite/", get=seen(), post=people(405), at=citing),
    Row(f"{WORK}change/", get=own(), post=own(302), at=at("work"), data=corrected),
    Row(f"{WORK}version/", get=own(), post=own(302), at=at("work"), data=in_french),
    Row(f"{WORK}withdraw/", get=own(), post=own(302), at=at("work"), data=lambda stage: {"reason": "Old."}),
    Row(
        f"{WORK}restore/",
        get=NO_GET,
        post=people(404, (PARTNER_PEOPLE, 403), (STAFF, 302)),
        at=at("withdrawn_work"),
    ),
]
