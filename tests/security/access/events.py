"""Open events: of the room of Africa, which is open to people of partners; and the agenda of outside meetings."""

from tests.security.access.admin import admin
from tests.security.access.row import IN_A2, NO, NO_GET, PARTNER_PEOPLE, PUBLIC, STAFF, Row, only, people, pk
from tests.security.stage import LEADER, PARTNER

EVENT = "en/events/<int:pk>/"
OUTSIDE = "en/events/outside/"


def seen(answer=200):
    """404 for those who are not let into the room."""
    return people(404, (PARTNER_PEOPLE, answer))


def organised(answer=200):
    """Who reads of it and does not moderate the room may not."""
    return people(404, (PARTNER_PEOPLE, 403), (STAFF, answer))


def typed(stage):
    return {
        "kind": "thematic",
        "title": "A new one",
        "description": "Come and see.",
        "language": "en",
        "starts_at_0": "2199-05-04",
        "starts_at_1": "10:00",
        "ends_at_0": "2199-05-04",
        "ends_at_1": "12:00",
    }


def verb(name, about, data=lambda stage: {}):
    """A verb of the organiser."""
    return Row(f"{EVENT}{name}/", get=organised(), post=organised(302), at=pk(about), data=data)


ROWS = [
    Row("en/events/", get=PUBLIC, post=NO),
    Row("en/objectives/events/", get=PUBLIC, post=NO),
    Row(
        "en/spaces/<slug:slug>/events/plan/",
        get=organised(),
        post=organised(302),
        at=lambda stage: {"slug": stage.africa.slug},
        data=typed,
    ),
    Row(
        "en/spaces/<slug:slug>/events/plan/",
        get=people(404, (IN_A2, 403), ((LEADER, *STAFF), 200)),
        post=people(404, (IN_A2, 403), ((LEADER, *STAFF), 302)),
        at=lambda stage: {"slug": stage.a2_space.slug},
        data=typed,
        about="of a task force",
    ),
    Row(EVENT, get=seen(), post=people(405), at=pk("open_event")),
    Row(EVENT, get=only((*IN_A2, *STAFF), others=404), post=people(405), at=pk("event_of_a2"), about="of a task force"),
    Row(f"{EVENT}event.ics", get=seen(), post=people(405), at=pk("open_event")),
    Row(f"{EVENT}document/", get=seen(), post=people(405), at=pk("reported_event")),
    Row(f"{EVENT}register/", get=seen(), post=seen(302), at=pk("open_event")),
    Row(f"{EVENT}registrations/", get=organised(), post=organised(405), at=pk("full_event")),
    Row(f"{EVENT}registrations/export/", get=organised(), post=organised(405), at=pk("full_event")),
    verb("edit", "open_event", typed),
    verb("cancel", "open_event", lambda stage: {"text": "Flood."}),
    verb("attendance", "reported_event"),
    verb("report", "reported_event", lambda stage: {"outcome": "We agreed on more."}),
    Row(
        "en/events/registrations/<int:pk>/withdraw/",
        get=NO_GET,
        post=people(404, ((PARTNER, *STAFF), 302)),
        at=pk("registration"),
    ),
    Row(OUTSIDE, get=only(PARTNER_PEOPLE), post=only(PARTNER_PEOPLE, 405)),
    *(
        Row(f"{OUTSIDE}<int:pk>/{name}/", get=NO_GET, post=people(404, (PARTNER_PEOPLE, 302)), at=pk("outside_meeting"))
        for name in ("attend", "stay-away")
    ),
    *admin("events/event", "open_event", export=STAFF, verbs={"cancel": STAFF}),
    *admin("events/outsidemeeting", "outside_meeting", add=STAFF, change=STAFF, export=STAFF),
]
