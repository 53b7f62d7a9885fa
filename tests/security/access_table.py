"""Who may open and do what: every address × role × own or somebody else's object × GET and POST.

A row is `Row(route, get=…, post=…, at=…, data=…)`: `at` gives what stands in the address, `data` what is posted;
several rows of one route look at several objects. An answer is a status, or one of these words:

    LOGIN     sent to the sign-in page
    AGAIN     sent to the page that asks for the password again
    SETUP     sent to the setting up of the second factor

Not visible is 404 and says nothing about the object; visible but not allowed is 403; what only takes POST answers 405
to GET.
"""

from dataclasses import dataclass, field

from tests.security.stage import (
    FOCAL_POINT,
    FRIEND,
    FUNDER,
    LEADER,
    MEMBER,
    PARTNER,
    REPRESENTATIVE,
    ROLES,
    SECRETARIAT,
    SUPERUSER,
    VISITOR,
)

LOGIN, AGAIN, SETUP = "login", "again", "setup"

STAFF = (SECRETARIAT, SUPERUSER)
IN_A2 = (LEADER, REPRESENTATIVE, MEMBER)
BY_PERMISSION = (SECRETARIAT, SUPERUSER)


def everybody(answer, *exceptions):
    """{role: answer}; an exception is (roles, answer)."""
    table = dict.fromkeys(ROLES, answer)
    for roles, other in exceptions:
        table |= dict.fromkeys([roles] if isinstance(roles, str) else roles, other)
    return table


def people(answer, *exceptions):
    """Visitors sign in first; everybody else as said."""
    return everybody(answer, (VISITOR, LOGIN), *exceptions)


def only(roles, answer=200, *, others=403):
    """`answer` for `roles`, `others` for the rest, sign-in for visitors."""
    return people(others, (roles, answer))


PUBLIC = everybody(200)
NO = everybody(405)  # the page takes no POST
NO_GET = people(405)  # a verb: POST only
SIGNED_IN = people(200)
FOR_VISITORS = everybody(302, (VISITOR, 200))  # whoever is signed in is sent on


@dataclass(frozen=True)
class Row:
    route: str
    get: dict
    post: dict
    at: callable = lambda stage: {}
    data: callable = lambda stage: {}
    about: str = ""
    headers: dict = field(default_factory=dict)

    def __str__(self):
        return f"{self.route} {self.about}".strip()


def code(value):
    return lambda stage: {"code": value}


def slug(name):
    return lambda stage: {"slug": getattr(stage, name).slug}


def pk(name, **more):
    return lambda stage: {"pk": getattr(stage, name).pk, **more}


def of_application(name):
    """The address of an application of the stage."""

    def at(stage):
        application = getattr(stage, name)
        return {"code": application.task_force.code.lower(), "pk": application.pk}

    return at


def words(stage):
    return {"text": "Some words."}


def joining(stage):
    """A complete request to become a team member."""
    return {
        "role": "member",
        "country": "FR",
        "accepts_duties": "on",
        "motivation": "Soil.",
        "expertise": "Agronomy",
        "time": "up_to_4",
        "languages": "en",
    }


HOUSE = [
    Row("", get=everybody(302), post=NO),
    Row("healthz", get=PUBLIC, post=NO),
    Row("robots.txt", get=PUBLIC, post=NO),
    Row(".well-known/security.txt", get=PUBLIC, post=NO),
    Row("en/", get=PUBLIC, post=NO),
    Row("en/home/", get=SIGNED_IN, post=people(405)),
    Row("en/about/", get=PUBLIC, post=NO),
    Row("en/privacy/", get=PUBLIC, post=NO),
    Row("en/accessibility/", get=PUBLIC, post=NO),
]

STRATEGY = [
    Row("en/objectives/", get=PUBLIC, post=NO),
    Row("en/objectives/<goal_code:code>/", get=PUBLIC, post=NO, at=code("a")),
    Row("en/objectives/<objective_code:code>/", get=PUBLIC, post=NO, at=code("a2")),
    Row("en/objectives/<objective_code:code>/", get=everybody(404), post=NO, at=code("a9"), about="unknown"),
    Row("en/objectives/<objective_code:code>/versions/", get=PUBLIC, post=NO, at=code("a2")),
]

COLLEGES = [
    Row("en/colleges/", get=PUBLIC, post=NO),
    Row("en/colleges/<slug:slug>/", get=PUBLIC, post=NO, at=lambda stage: {"slug": stage.placement.college.slug}),
    Row("en/colleges/<slug:slug>/", get=everybody(404), post=everybody(404), at=lambda stage: {"slug": "none"}),
    Row("en/funders/", get=PUBLIC, post=NO),
    Row("en/friends/", get=PUBLIC, post=NO),
]

PARTNERS = [
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

A2 = "en/task-forces/<objective_code:code>/"
ONE = f"{A2}applications/<int:pk>/"

# Who sees each application of the stage, and who may decide on it.
SEEN = {
    "from_africa": (LEADER, REPRESENTATIVE, *STAFF),
    "asked": (FRIEND, LEADER, *STAFF),
    "elsewhere": (FRIEND, *STAFF),
    "candidacy": (FUNDER, LEADER, *STAFF),
    "draft": (PARTNER,),
}
DECIDED_BY = {
    "from_africa": (LEADER, REPRESENTATIVE, *STAFF),
    "asked": (LEADER, *STAFF),
    "elsewhere": STAFF,
    "candidacy": STAFF,
    "draft": (),
}
OWN = {"asked": FRIEND, "elsewhere": FRIEND, "candidacy": FUNDER, "draft": PARTNER}


def may(name, roles, answer):
    """404 for those who do not see the application, 403 for those who see it and may not."""
    return people(404, (SEEN[name], 403), (roles, answer))


def rows_of_application(name):
    at, deciders, own = of_application(name), DECIDED_BY[name], OWN.get(name, ())
    yield Row(ONE, get=people(404, (SEEN[name], 200)), post=people(405), at=at, about=name)
    yield Row(f"{ONE}accept/", get=NO_GET, post=may(name, deciders, 302), at=at, about=name)
    yield Row(f"{ONE}withdraw/", get=NO_GET, post=may(name, own, 302), at=at, about=name)
    for verb in ("decline", "ask"):
        # Where the verb comes too late, the page says so (200).
        answer = 200 if (name, verb) == ("asked", "ask") else 302
        yield Row(
            f"{ONE}{verb}/",
            get=may(name, deciders, 200),
            post=may(name, deciders, answer),
            at=at,
            data=words,
            about=name,
        )
    answer = 302 if name == "asked" else 200
    yield Row(f"{ONE}answer/", get=may(name, own, 200), post=may(name, own, answer), at=at, data=words, about=name)


TASK_FORCES = [
    Row("en/task-forces/", get=PUBLIC, post=NO),
    Row(A2, get=PUBLIC, post=NO, at=code("a2")),
    Row(A2, get=everybody(404), post=NO, at=code("f9"), about="unknown"),
    Row(f"{A2}members/", get=only((*IN_A2, *STAFF)), post=only((*IN_A2, *STAFF), 405), at=code("a2")),
    Row(f"{A2}members/", get=only(STAFF), post=only(STAFF, 405), at=code("a3"), about="nobody's"),
    Row(
        f"{A2}members/<int:pk>/end/",
        get=NO_GET,
        post=people(404, (IN_A2, 403), ((LEADER, MEMBER, *STAFF), 302)),
        at=pk("member_seat", code="a2"),
        about="Mila's own",
    ),
    Row(
        f"{A2}members/<int:pk>/end/",
        get=NO_GET,
        post=people(404, (IN_A2, 403), ((LEADER, *STAFF), 302)),
        at=pk("leader_seat", code="a2"),
        about="Amina's own",
    ),
    Row(
        f"{A2}members/<int:pk>/end/",
        get=NO_GET,
        post=people(404),
        at=pk("member_seat", code="a3"),
        about="under the wrong task force",
    ),
    Row(
        f"{A2}join/",
        get=people(200, ((FRIEND, FUNDER), 302)),
        post=people(302, (MEMBER, 200)),
        at=code("a2"),
        data=joining,
        about="Victor and Hugo have asked already, Mila is a member",
    ),
    Row(
        f"{A2}applications/",
        get=only((LEADER, REPRESENTATIVE, *STAFF)),
        post=only((LEADER, REPRESENTATIVE, *STAFF), 405),
        at=code("a2"),
    ),
    Row(f"{A2}applications/", get=only(STAFF), post=only(STAFF, 405), at=code("a3"), about="another's"),
    Row(ONE, get=people(404), post=people(405), at=pk("from_africa", code="a3"), about="under the wrong task force"),
    *[row for name in SEEN for row in rows_of_application(name)],
]

NOTICES = [
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
