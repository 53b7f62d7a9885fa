"""Who may open and do what: every address × role × own or somebody else's object × GET and POST.

A row is `Row(route, get=…, post=…, at=…, data=…)`: `at` gives what stands in the address, `data` what is posted;
several rows of one route look at several objects. An answer is a status, or one of these words:

    LOGIN     sent to the sign-in page
    AGAIN     sent to the page that asks for the password again
    SETUP     sent to the setting up of the second factor

Not visible is 404 and says nothing about the object; visible but not allowed is 403; what only takes POST answers 405
to GET.
"""

from dataclasses import dataclass

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
KNOCKING = (VISITOR, LEADER, *STAFF)
IN_A2 = (LEADER, REPRESENTATIVE, MEMBER)


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
        """Who is tried. To the admin all people without post there are alike: the leader knocks for them."""
        return KNOCKING if self.route.startswith("admin/") else ROLES

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
    Row(
        "en/colleges/<slug:slug>/",
        get=everybody(404),
        post=everybody(404),
        at=lambda stage: {"slug": "none"},
        about="unknown",
    ),
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


HOME = everybody(302)  # nothing to do here without what comes before

ACCOUNT = [
    Row("en/account/profile/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/data/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/erase/", get=SIGNED_IN, post=people(302), data=lambda stage: {"confirm": "on"}),
    Row("en/account/login/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/logout/", get=people(200, (VISITOR, 302)), post=everybody(302)),
    Row("en/account/inactive/", get=PUBLIC, post=NO),
    Row("en/account/signup/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/reauthenticate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/email/", get=SIGNED_IN, post=people(302)),
    Row("en/account/confirm-email/", get=people(302), post=people(302)),
    Row("en/account/password/change/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/password/set/", get=people(302), post=people(302)),
    Row("en/account/password/reset/", get=PUBLIC, post=PUBLIC),
    Row("en/account/password/reset/confirm/", get=everybody(LOGIN), post=everybody(LOGIN)),
    Row("en/account/password/reset/complete/", get=HOME, post=HOME),
    Row("en/account/password/reset/done/", get=PUBLIC, post=NO),
    Row("en/account/login/code/", get=FOR_VISITORS, post=FOR_VISITORS),
    Row("en/account/login/code/confirm/", get=people(302), post=people(302)),
    Row("en/account/2fa/", get=SIGNED_IN, post=people(405)),
    Row("en/account/2fa/authenticate/", get=people(302), post=people(302)),
    Row("en/account/2fa/reauthenticate/", get=people(AGAIN), post=people(AGAIN)),
    Row("en/account/2fa/totp/activate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/totp/deactivate/", get=people(404), post=people(404)),
    Row("en/account/2fa/recovery-codes/", get=people(404), post=people(405)),
    Row("en/account/2fa/recovery-codes/generate/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/recovery-codes/download/", get=people(404), post=people(404)),
    Row("en/account/2fa/webauthn/", get=SIGNED_IN, post=people(405)),
    Row("en/account/2fa/webauthn/add/", get=SIGNED_IN, post=SIGNED_IN),
    Row("en/account/2fa/webauthn/reauthenticate/", get=people(AGAIN), post=people(AGAIN)),
    Row("en/account/2fa/webauthn/keys/<int:pk>/remove/", get=people(404), post=people(404), at=lambda stage: {"pk": 1}),
    Row("en/account/2fa/webauthn/keys/<int:pk>/edit/", get=people(404), post=people(404), at=lambda stage: {"pk": 1}),
    Row("en/account/2fa/webauthn/login/", get=people(302), post=people(302)),
    Row("en/account/sessions/", get=SIGNED_IN, post=people(302)),
]

# -- The admin

NOBODY = ()
# A form of the admin that was posted empty: shown again, or done where nothing is required.
DONE = (200, 302)


def first(stage, name):
    """The primary key of an object of the stage, or of the first row of the model "app.Model"."""
    from django.apps import apps

    return getattr(stage, name).pk if hasattr(stage, name) else apps.get_model(name).objects.order_by("pk")[0].pk


def admin(model, name, *, add=NOBODY, change=NOBODY, delete=NOBODY, export=NOBODY, see=STAFF, verbs=None):
    """The rows of one model of the admin, for its object `name`. `verbs`: {verb: who may call it}."""
    root, at = f"admin/{model}/", lambda stage: {"object_id": first(stage, name)}
    one = f"{root}<path:object_id>/"
    yield Row(root, get=only(see), post=only(see, DONE))
    yield Row(f"{root}add/", get=only(add), post=only(add, DONE))
    yield Row(f"{one}history/", get=only(see), post=only(see), at=at)
    yield Row(f"{one}delete/", get=only(delete), post=only(delete, DONE), at=at)
    yield Row(f"{one}change/", get=only(see), post=only(change, DONE), at=at)
    yield Row(one, get=only(STAFF, 302), post=only(STAFF, 302), at=at, about="old address")
    if export is not None:
        yield Row(f"{root}export/", get=only(export), post=only(export), data=lambda stage: {"kind": "csv"})
    for verb, roles in (verbs or {}).items():
        yield Row(f"{one}{verb}/", get=only(roles), post=only(roles, DONE), at=at)


ADMIN_HOUSE = [
    Row("admin/", get=only(STAFF), post=only(STAFF)),
    Row("admin/search/", get=only(STAFF), post=only(STAFF)),
    Row("admin/language/", get=only(STAFF, 302), post=only(STAFF, 302)),
    Row("admin/login/", get=only(STAFF, 302), post=only(STAFF, (200, 302))),
    Row("admin/logout/", get=only(STAFF, 405) | {VISITOR: 302}, post=only(STAFF, 302) | {VISITOR: 302}),
    Row("admin/password_change/", get=only(STAFF, 302), post=only(STAFF, 302)),
    Row("admin/password_change/done/", get=only(STAFF, 302), post=only(STAFF, 302)),
    Row("admin/autocomplete/", get=people(403), post=only(STAFF, 405), about="of no field"),
    Row(
        "admin/autocomplete/",
        get=only(STAFF),
        post=only(STAFF, 405),
        at=lambda stage: {
            "address": "admin/autocomplete/?app_label=partners&model_name=affiliation&field_name=person&term=a"
        },
        about="of people",
    ),
    Row("admin/jsi18n/", get=only(STAFF), post=only(STAFF, 405)),
    Row(
        "admin/r/<path:content_type_id>/<path:object_id>/",
        get=only(STAFF, 404),
        post=only(STAFF, 404),
        at=lambda stage: {"content_type_id": 987654, "object_id": 1},
    ),
    Row(
        "admin/^(?P<app_label>…)/$",
        get=only(STAFF),
        post=only(STAFF),
        at=lambda stage: {"address": "admin/taskforces/"},
        about="a list of one app",
    ),
    Row("admin/(?P<url>.*)$", get=only(STAFF, 404), post=only(STAFF, 404), at=lambda stage: {"address": "admin/none/"}),
]

SU = (SUPERUSER,)

ADMIN_MODELS = [
    *admin("core/activity", "core.Activity", export=STAFF),
    *admin("core/theme", "core.Theme", add=STAFF, change=STAFF, delete=STAFF),
    *admin("regions/region", "regions.Region", add=STAFF, change=STAFF),
    *admin("regions/country", "regions.Country", change=STAFF),
    *admin(
        "accounts/user",
        "victor",
        change=STAFF,
        export=STAFF,
        verbs={
            "deactivate": STAFF,
            "reactivate": STAFF,
            "appoint-to-secretariat": SU,
            "dismiss-from-secretariat": SU,
        },
    ),
    *admin(
        "partners/partner",
        "fundacion",
        add=STAFF,
        change=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("admit-as-partner", "admit-as-member", "suspend", "let-leave"), STAFF),
    ),
    Row("admin/partners/partner/import/", get=only(STAFF), post=only(STAFF)),
    Row("admin/partners/partner/import/template/", get=only(STAFF), post=only(STAFF)),
    *admin(
        "partners/affiliation",
        "colleague",
        add=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("confirm", "decline", "name-focal-point", "end"), STAFF),
    ),
    *admin("objectives/planversion", "objectives.PlanVersion", add=STAFF, change=STAFF),
    *admin("objectives/goal", "objectives.Goal"),
    *admin("objectives/objective", "objectives.Objective", change=STAFF),
    *admin("objectives/facility", "objectives.Facility", change=STAFF),
    *admin("objectives/goaltext", "objectives.GoalText", change=STAFF),
    *admin("objectives/objectivetext", "objectives.ObjectiveText", change=STAFF),
    *admin("objectives/target", "objectives.Target", change=STAFF),
    *admin("colleges/college", "colleges.College", change=STAFF),
    *admin("colleges/group", "colleges.Group", change=STAFF),
    *admin(
        "colleges/placement",
        "placement",
        add=STAFF,
        export=STAFF,
        verbs={"move": STAFF, "lift": STAFF},
    ),
    *admin(
        "taskforces/application",
        "from_africa",
        export=STAFF,
        verbs=dict.fromkeys(("accept", "nominate", "ask", "decline"), STAFF),
    ),
    *admin("taskforces/taskforce", "a2", change=STAFF, verbs={"give-seat": STAFF}),
    *admin(
        "taskforces/seat",
        "member_seat",
        add=STAFF,
        export=STAFF,
        verbs={"turn-into-membership": STAFF, "end": STAFF},
    ),
    *admin("taskforces/joiningform", "taskforces.JoiningForm"),
    *admin("taskforces/question", "taskforces.Question"),
    *admin("taskforces/duty", "taskforces.Duty", add=STAFF, change=STAFF, delete=STAFF),
    *admin(
        "notifications/mail",
        "mail",
        export=STAFF,
        verbs={"arrived": STAFF, "send-again": STAFF},
    ),
]

HIDDEN_FROM_STAFF = [
    Row(
        "admin/taskforces/application/<path:object_id>/change/",
        get=only(STAFF, 302),
        post=only(STAFF, 403),
        at=lambda stage: {"object_id": stage.draft.pk},
        about="of a draft: sent away, as if there were none",
    ),
    Row(
        "admin/taskforces/application/<path:object_id>/accept/",
        get=only(STAFF, 404),
        post=only(STAFF, 404),
        at=lambda stage: {"object_id": stage.draft.pk},
        about="of a draft",
    ),
    Row(
        "admin/accounts/user/<path:object_id>/deactivate/",
        get=only(SU),
        post=only(SU, DONE),
        at=lambda stage: {"object_id": stage.sofia.pk},
        about="Sofia's own",
    ),
    Row(
        "admin/accounts/user/<path:object_id>/deactivate/",
        get=people(403),
        post=people(403),
        at=lambda stage: {"object_id": stage.root.pk},
        about="the superuser's own",
    ),
]

# Models of libraries: for superusers, who look after what the secretariat must not touch.
LIBRARIES = {
    "auth/group": "auth.Group",
    "account/emailaddress": "account.EmailAddress",
    "mfa/authenticator": "authenticator",
    "usersessions/usersession": "user_session",
    "django_celery_beat/periodictask": "periodic_task",
    "django_celery_beat/clockedschedule": "clocked",
    "django_celery_beat/crontabschedule": "crontab",
    "django_celery_beat/solarschedule": "solar",
    "django_celery_beat/intervalschedule": "interval",
}
ADMIN_LIBRARIES = [
    row
    for model, name in LIBRARIES.items()
    for row in admin(model, name, see=SU, add=SU, change=SU, delete=SU, export=None)
]

ROWS = [
    *(*HOUSE, *STRATEGY, *COLLEGES, *PARTNERS, *TASK_FORCES, *NOTICES, *ACCOUNT),
    *(*ADMIN_HOUSE, *ADMIN_MODELS, *HIDDEN_FROM_STAFF, *ADMIN_LIBRARIES),
]
