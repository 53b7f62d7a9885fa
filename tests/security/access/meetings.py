"""Meetings of task forces and of their leaders, and calendars."""

from events.models import Minutes
from tests.security.access.row import IN_A2, NO_GET, SIGNED_IN, STAFF, Row, code, everybody, only, people, pk
from tests.security.stage import LEADER, MEMBER, REPRESENTATIVE

A2 = "en/task-forces/<objective_code:code>/meetings/"
LEADERS = "en/task-forces/meetings/"
ONE = "en/meetings/<int:pk>/"
DECISION = "en/meetings/decisions/<int:pk>/"
SEEN = (*IN_A2, *STAFF)
ORGANISE = (LEADER, *STAFF)
# Who represents a region plans a meeting of that: she is offered no other.
PLAN = (REPRESENTATIVE, *ORGANISE)


def seen(roles=SEEN, answer=200):
    """404 for those who do not see the meeting, 403 for those who see it and may not."""
    return people(404, (SEEN, 403), (roles, answer))


def typed(stage):
    return {
        "kind": "member",
        "title": "A new one",
        "duration_minutes": "60",
        "language": "en",
        "date_1_0": "2199-05-04",
        "date_1_1": "10:00",
    }


def times(stage):
    return {f"date_{date.pk}": "yes" for date in stage.looking_for_a_date.dates.all()}


def minutes(stage):
    return {"text": "We met again.", "seen": Minutes.of(stage.held).stamp, "pen": "p", "then": "publish"}


def verb(name, about, roles, *, data=lambda stage: {}, get=True):
    """A verb on a meeting; with a page of its own unless `get` is False."""
    shown = seen(roles) if get else NO_GET
    return Row(f"{ONE}{name}/", get=shown, post=seen(roles, 302), at=pk(about), data=data)


ROWS = [
    Row(A2, get=only(SEEN), post=only(SEEN, 405), at=code("a2")),
    Row(A2, get=only(STAFF), post=only(STAFF, 405), at=code("a3"), about="another's"),
    Row(f"{A2}plan/", get=only(PLAN), post=only(PLAN, 302), at=code("a2"), data=typed),
    Row(f"{A2}plan/", get=only(STAFF), post=only(STAFF, 302), at=code("a3"), data=typed, about="another's"),
    Row(LEADERS, get=only((LEADER, *STAFF), others=404), post=people(405)),
    Row(
        f"{LEADERS}plan/",
        get=people(404, (LEADER, 403), (STAFF, 200)),
        post=people(404, (LEADER, 403), (STAFF, 302)),
        data=typed,
    ),
    Row("en/meetings/", get=SIGNED_IN, post=people(405)),
    Row("en/meetings/calendar/renew/", get=NO_GET, post=people(200)),
    Row("en/meetings/calendar/revoke/", get=NO_GET, post=people(302)),
    Row(
        "calendars/<str:token>.ics",
        get=everybody(200),
        post=everybody(405),
        at=lambda stage: {"token": stage.feed_token},
        about="whoever knows it",
    ),
    Row(
        "calendars/<str:token>/<slug:slug>.ics",
        get=everybody(200),
        post=everybody(405),
        at=lambda stage: {"token": stage.feed_token, "slug": stage.a2_space.slug},
        about="whoever knows it",
    ),
    Row(
        "calendars/<str:token>/<slug:slug>.ics",
        get=everybody(404),
        post=everybody(405),
        at=lambda stage: {"token": stage.feed_token, "slug": "leaders"},
        about="of a room closed to her",
    ),
    Row("calendars/<str:token>.ics", get=everybody(404), post=everybody(405), at=lambda stage: {"token": "guessed"}),
    Row(ONE, get=seen(), post=people(405), at=pk("planning")),
    Row(
        ONE,
        get=people(404, ((LEADER, *STAFF), 200)),
        post=people(405),
        at=pk("leader_meeting"),
        about="of the leaders",
    ),
    Row(f"{ONE}meeting.ics", get=seen(), post=people(405), at=pk("planning")),
    verb("availability", "looking_for_a_date", IN_A2, data=times),
    verb("answer", "planning", (LEADER, REPRESENTATIVE), data=lambda stage: {"answer": "comes"}, get=False),
    verb("edit", "planning", ORGANISE, data=typed),
    verb(
        "fix",
        "looking_for_a_date",
        ORGANISE,
        data=lambda stage: {"date": stage.looking_for_a_date.dates.first().pk},
        get=False,
    ),
    verb("dates", "looking_for_a_date", ORGANISE, data=lambda stage: {"date_1_0": "2199-05-05", "date_1_1": "10:00"}),
    verb("move", "planning", ORGANISE, data=lambda stage: {"starts_at_0": "2199-05-05", "starts_at_1": "10:00"}),
    verb("cancel", "planning", ORGANISE, data=lambda stage: {"text": "Flood."}),
    verb("attendance", "held", ORGANISE, data=lambda stage: {"people": [stage.mila.pk]}),
    verb("minutes", "held", ORGANISE, data=minutes),
    Row(
        f"{ONE}minutes/autosave/",
        get=seen(ORGANISE, 405),
        post=seen(ORGANISE, 204),
        at=pk("held"),
        data=minutes,
    ),
    verb("decisions/add", "held", ORGANISE, data=lambda stage: {"text": "Another one."}),
    Row(DECISION, get=seen(ORGANISE), post=seen(ORGANISE, 302), at=pk("decision"), data=lambda stage: {"text": "So."}),
    Row(f"{DECISION}complete/", get=NO_GET, post=seen((MEMBER, *ORGANISE), 302), at=pk("decision")),
]
