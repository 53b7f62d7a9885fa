"""Ideas and Project Teams."""

from tests.security.access.row import (
    IN_A2,
    NO,
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    code,
    everybody,
    only,
    people,
    pk,
)
from tests.security.stage import FOCAL_POINT, FRIEND, FUNDER, LEADER, MEMBER, PARTNER, REPRESENTATIVE

IDEA, COMMENT = "en/projects/ideas/<int:pk>/", "en/projects/comments/<int:pk>/"
TEAM, PLACE = "en/projects/teams/<int:pk>/", "en/projects/places/<int:pk>/"
LEADS = (LEADER, *STAFF)
# Who supports and discusses: people of partners and of the task force, and the secretariat.
TAKES_PART = (PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, MEMBER, FUNDER, *STAFF)


def typed(stage):
    return {"title": "Hedges", "summary": "Trees.", "language": "en"}


def words(stage):
    return {"text": "Some words.", "language": "en"}


def reason(stage):
    return {"reason": "So."}


def founding(stage):
    tie = stage.bruno.affiliations.get()
    return {"name": "Team Hedges", "purpose": "Plant.", "coordinator": tie.pk}


def writes(answer):
    """Whoever wrote the comment; who does not take part sees none."""
    return only(PARTNER, answer) | {FRIEND: 404}


def hides(answer):
    return only(LEADS, answer) | {FRIEND: 404}


ROWS = [
    Row("en/projects/", get=PUBLIC, post=NO),
    Row("en/projects/ideas/", get=PUBLIC, post=NO),
    Row("en/task-forces/<objective_code:code>/ideas/", get=PUBLIC, post=NO, at=code("a2")),
    Row(
        "en/task-forces/<objective_code:code>/ideas/propose/",
        get=only((*IN_A2, *STAFF)),
        post=only((*IN_A2, *STAFF), 302),
        at=code("a2"),
        data=typed,
    ),
    Row(IDEA, get=PUBLIC, post=NO, at=pk("idea")),
    Row(IDEA, get=everybody(404, ((REPRESENTATIVE, *STAFF), 200)), post=NO, at=pk("withdrawn_idea"), about="withdrawn"),
    Row(
        f"{IDEA}change/",
        get=only(REPRESENTATIVE),
        post=only(REPRESENTATIVE, 302),
        at=pk("idea"),
        data=typed,
        about="hers",
    ),
    Row(f"{IDEA}withdraw/", get=NO_GET, post=only(REPRESENTATIVE, 302), at=pk("idea"), about="hers"),
    Row(f"{IDEA}support/", get=NO_GET, post=only(TAKES_PART, 302), at=pk("idea")),
    Row(f"{IDEA}stop-supporting/", get=NO_GET, post=only(TAKES_PART, 302), at=pk("idea")),
    Row(f"{IDEA}comment/", get=only(TAKES_PART), post=only(TAKES_PART, 302), at=pk("idea"), data=words),
    Row(f"{IDEA}set-aside/", get=only(LEADS), post=only(LEADS, 302), at=pk("idea"), data=reason),
    Row(f"{IDEA}take-up/", get=NO_GET, post=only(LEADS, 302), at=pk("idea")),
    Row(f"{IDEA}team/", get=only(LEADS), post=only(LEADS, 302), at=pk("idea"), data=founding),
    *[
        Row(f"{COMMENT}{verb}/", get=get, post=who(302), at=pk("comment"), data=data, about="Bruno's")
        for verb, who, get, data in (
            ("edit", writes, writes(200), words),
            ("remove", writes, NO_GET, words),
            ("hide", hides, hides(200), reason),
        )
    ],
    Row(TEAM, get=PUBLIC, post=NO, at=pk("team")),
    Row(
        f"{TEAM}change/",
        get=only(LEADS),
        post=only(LEADS, 302),
        at=pk("team"),
        data=lambda stage: {"name": "Team", "purpose": "Plant."},
    ),
    # The form is shown again: nobody of these can be asked.
    Row(f"{TEAM}ask/", get=only(LEADS), post=only(LEADS), at=pk("team"), data=lambda stage: {"place": "0"}),
    *[
        Row(
            f"{PLACE}{verb}/",
            get=NO_GET,
            post=only(PARTNER, 302, others=404) | dict.fromkeys(LEADS, 403),
            at=pk("team_place"),
            about="Bruno's",
        )
        for verb in ("accept", "decline")
    ],
    Row(
        f"{PLACE}leave/",
        get=NO_GET,
        post=only(FOCAL_POINT, 302, others=404) | dict.fromkeys(LEADS, 403),
        at=pk("accepted_place"),
        about="Carla's",
    ),
    *[
        Row(
            f"{PLACE}{verb}/",
            get=NO_GET,
            post=people(404, (LEADS, 302), (FOCAL_POINT, 403)),
            at=pk("accepted_place"),
            about="Carla's",
        )
        for verb in ("end", "coordinate")
    ],
]
