"""Task forces and the applications to them."""

from tests.security.access.row import (
    IN_A2,
    NO,
    NO_GET,
    PUBLIC,
    STAFF,
    Row,
    code,
    everybody,
    joining,
    of_application,
    only,
    people,
    pk,
    words,
)
from tests.security.stage import (
    FRIEND,
    FUNDER,
    LEADER,
    MEMBER,
    PARTNER,
    REPRESENTATIVE,
)

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
    # A draft is written in the joining form.
    yield Row(ONE, get=people(404, (SEEN[name], 302 if name == "draft" else 200)), post=people(405), at=at, about=name)
    yield Row(f"{ONE}accept/", get=NO_GET, post=may(name, deciders, 302), at=at, about=name)
    yield Row(f"{ONE}withdraw/", get=NO_GET, post=may(name, own, 302), at=at, about=name)
    for verb in ("decline", "ask"):
        if name == "draft":
            yield Row(f"{ONE}{verb}/", get=people(404), post=people(404), at=at, data=words, about=name)
            continue
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
    if name == "draft":
        yield Row(f"{ONE}answer/", get=people(404), post=people(404), at=at, data=words, about=name)
    else:
        yield Row(f"{ONE}answer/", get=may(name, own, 200), post=may(name, own, answer), at=at, data=words, about=name)


ROWS = [
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
        f"{A2}members/<int:pk>/deputy/",
        get=NO_GET,
        post=people(404, (IN_A2, 403), ((LEADER, *STAFF), 302)),
        at=pk("partner_seat", code="a2"),
    ),
    Row(
        f"{A2}members/<int:pk>/deputy/end/",
        get=NO_GET,
        post=people(404, (IN_A2, 403), ((LEADER, *STAFF), 302)),
        at=pk("deputy_seat", code="a2"),
    ),
    Row(
        f"{A2}join/",
        get=people(200, ((FRIEND, FUNDER), 302)),
        post=people(302, (IN_A2, 200)),
        at=code("a2"),
        data=joining,
        about="Victor and Hugo have asked already, others have a seat",
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
