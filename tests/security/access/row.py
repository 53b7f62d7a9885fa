"""A row of the table of access, and the words its answers are told in."""

from dataclasses import dataclass

from tests.security.stage import (
    FOCAL_POINT,
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
KNOCKING = (VISITOR, LEADER, *STAFF)
IN_A2 = (LEADER, REPRESENTATIVE, MEMBER)
PARTNER_PEOPLE = (PARTNER, FOCAL_POINT, LEADER, REPRESENTATIVE, FUNDER, *STAFF)


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

    @property
    def roles(self):
        """Who is tried. To the admin all people without post there are alike: the leader knocks for them. Who may do
        everything is tried where something else is expected of her than of the secretariat."""
        knocking = KNOCKING if self.route.startswith("admin/") else ROLES
        alike = all(answers[SUPERUSER] == answers[SECRETARIAT] for answers in (self.get, self.post))
        return tuple(role for role in knocking if role != SUPERUSER or not alike)

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
