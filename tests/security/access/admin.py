"""The admin."""

from tests.security.access.row import (
    STAFF,
    Row,
    only,
    people,
)
from tests.security.stage import (
    SUPERUSER,
    VISITOR,
)

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
    *admin("regions/place", "regions.Place"),
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
        verbs=dict.fromkeys(
            ("admit-as-partner", "admit-as-member", "suspend", "let-leave", "merge", "remind-of-sheet"), STAFF
        ),
    ),
    Row("admin/partners/partner/import/", get=only(STAFF), post=only(STAFF)),
    Row("admin/partners/partner/import/template/", get=only(STAFF), post=only(STAFF)),
    *admin(
        "partners/affiliation",
        "colleague",
        add=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("confirm", "decline", "name-focal-point", "step-down", "end"), STAFF),
    ),
    *admin(
        "partners/invitation",
        "invitation",
        add=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("send-again", "withdraw"), STAFF),
    ),
    Row("admin/partners/invitation/import/", get=only(STAFF), post=only(STAFF)),
    Row("admin/partners/invitation/import/template/", get=only(STAFF), post=only(STAFF)),
    *admin("partners/sheet", "sheet", change=STAFF, export=STAFF, verbs={"remind": STAFF}),
    *admin("partners/agreement", "agreement", add=STAFF, change=STAFF, export=STAFF),
    *admin("messaging/report", "report", verbs={"settle": STAFF}),
    *admin(
        "partners/joiningapplication",
        "joining",
        export=STAFF,
        verbs=dict.fromkeys(("ask-for-pieces", "propose", "choose-organisation", "accept", "refuse"), STAFF),
    ),
    Row(
        "admin/partners/joiningapplication/<path:object_id>/pieces/<slug:kind>/",
        get=only(STAFF, 405),
        post=only(STAFF),
        at=lambda stage: {"object_id": stage.joining.pk, "kind": "logo"},
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
    *admin("events/meeting", "looking_for_a_date", export=STAFF, verbs=dict.fromkeys(("fix", "cancel"), STAFF)),
    *admin("events/decision", "decision", export=STAFF, verbs={"complete": STAFF}),
    *admin(
        "wiki/page",
        "wiki_page",
        export=STAFF,
        verbs=dict.fromkeys(("protect", "unprotect", "remove", "bring-back"), STAFF),
    ),
    *admin("colleges/ambassador", "ambassador", add=STAFF, export=STAFF, verbs={"end": STAFF}),
    *admin("colleges/ambassadoractivity", "lecture", export=STAFF),
    *admin("colleges/kititem", "kit_item", add=STAFF, change=STAFF, delete=STAFF),
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
    *admin("taskforces/taskforce", "a2", change=STAFF, verbs={"give-seat": STAFF, "set-joining": STAFF}),
    *admin(
        "taskforces/seat",
        "member_seat",
        add=STAFF,
        export=STAFF,
        verbs=dict.fromkeys(("name-deputy", "end-deputy", "turn-into-membership", "end"), STAFF),
    ),
    *admin(
        "taskforces/enquiry",
        "enquiry",
        verbs=dict.fromkeys(("reply", "set-aside", "publish", "unpublish"), STAFF),
    ),
    *admin(
        "projects/idea",
        "idea",
        export=STAFF,
        verbs=dict.fromkeys(("form-team", "set-aside", "take-up"), STAFF),
    ),
    *admin("library/work", "work", export=STAFF, verbs={"withdraw": STAFF, "restore": STAFF}),
    *admin("projects/comment", "comment", verbs={"hide": STAFF}),
    *admin("projects/projectteam", "team", export=STAFF, verbs={"ask": STAFF}),
    *admin("projects/teammember", "team_place", export=STAFF, verbs=dict.fromkeys(("coordinate", "end"), STAFF)),
    *admin(
        "taskforces/joiningform",
        "form_draft",
        verbs=dict.fromkeys(("begin-draft", "add-question", "publish", "discard", "give-up"), STAFF),
    ),
    *admin(
        "taskforces/question",
        "drafted_question",
        verbs=dict.fromkeys(("reword", "move-up", "move-down", "remove"), STAFF),
    ),
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

ROWS = [*ADMIN_HOUSE, *ADMIN_MODELS, *HIDDEN_FROM_STAFF, *ADMIN_LIBRARIES]
