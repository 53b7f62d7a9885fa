"""Hidden things do not leak by a side door: a secret word planted in each is found by nobody who may not read it.

Looked through here: searches and filters, fragments, exports, mails, and what the admin shows of drafts. Every page,
and what comes back from every form, is looked through by test_access_matrix.py. The words are in secrets.py.
"""

import re
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core import mail
from openpyxl import load_workbook

from core.models import Activity
from notifications.models import Mail, Notice
from notifications.tasks import deliver
from partners.models import Partner
from tests.security.access import ROWS
from tests.security.access.row import STAFF
from tests.security.secrets import SECRETS, bytes_of, found_in, leaked, text_of, told_by, unreadable
from tests.security.stage import FOCAL_POINT, FRIEND, FUNDER, LEADER, MEMBER, PARTNER, ROLES, SECRETARIAT
from tests.security.test_access_matrix import address

pytestmark = pytest.mark.django_db

# What a search for organisations could find.
OF_ORGANISATIONS = ("Abra", "Brim", "Clod", "Nook", "Ozon", "Jota", "Lark")

# The forms that open with the words of a discussion in the room of A2: question, page, work, idea.
FILLED_IN = (
    "/en/questions/ask/",
    "/en/spaces/task-force-a2/wiki/write/",
    "/en/spaces/task-force-a2/library/add/",
    "/en/task-forces/a2/ideas/propose/",
)

# {first half of a word: (who may read it, where)}.
A2, ROOM, REGISTER = "/en/task-forces/a2", "/en/spaces/task-force-a2", "/en/task-forces/a2/register"
THREAD = f"{ROOM}/discussions/{{stage.thread.pk}}/"
SHEET = "/en/practices/{stage.practice.code}/desk/"
FOUND_AT = {
    "Abra": (SECRETARIAT, "/admin/partners/partner/"),
    "Brim": (SECRETARIAT, "/admin/partners/partner/"),
    "Clod": (SECRETARIAT, "/admin/partners/partner/{stage.suspended.pk}/change/"),
    "Dorf": (LEADER, f"{A2}/applications/"),
    "Ezra": (FRIEND, f"{A2}/applications/{{stage.asked.pk}}/"),
    "Flut": (FRIEND, f"{A2}/applications/{{stage.asked.pk}}/"),
    "Gump": (FRIEND, "/en/task-forces/a3/applications/{stage.elsewhere.pk}/"),
    "Hurz": (FRIEND, "/en/task-forces/a3/applications/{stage.declined.pk}/"),
    "Ibex": (PARTNER, "/en/task-forces/a3/join/"),
    "Jota": (LEADER, f"{A2}/members/"),
    "Kelp": (LEADER, "/en/home/"),
    "Lark": (LEADER, "/en/home/"),
    "Moss": (FOCAL_POINT, "/en/home/"),
    "Nook": (SECRETARIAT, "/admin/colleges/placement/"),
    "Ozon": (LEADER, "/en/account/email/"),
    "Quiz": (LEADER, "/en/meetings/{stage.planning.pk}/"),
    "Rusk": (MEMBER, "/calendars/{stage.feed_token}/task-force-a2.ics"),
    "Sago": (MEMBER, "/en/meetings/{stage.held.pk}/"),
    "Tarn": (MEMBER, "/en/meetings/{stage.held.pk}/"),
    "Quip": (MEMBER, f"{REGISTER}/{{stage.withdrawn_item.pk}}/"),
    "Rook": (MEMBER, f"{REGISTER}/{{stage.withdrawn_item.pk}}/"),
    "Silt": (PARTNER, f"{REGISTER}/"),
    "Umba": (MEMBER, f"{A2}/ideas/propose/"),
    "Pulp": (MEMBER, "/en/account/email/"),
    "Vint": (MEMBER, f"{ROOM}/discussions/"),
    "Tuba": (MEMBER, THREAD),
    "Yolk": (MEMBER, THREAD),
    "Wren": (LEADER, THREAD),
    "Velo": (LEADER, THREAD),
    "Uist": (MEMBER, f"{ROOM}/wiki/pages/living-hedges/edit/"),
    "Zinc": (LEADER, f"{ROOM}/wiki/"),
    "Yarn": (MEMBER, f"{ROOM}/wiki/write/"),
    "Xeno": (SECRETARIAT, "/en/events/{stage.open_event.pk}/"),
    "Yeti": (MEMBER, "/en/events/{stage.event_of_a2.pk}/"),
    "Zola": (SECRETARIAT, "/en/events/{stage.registration.event.pk}/registrations/"),
    "Tofu": (PARTNER, "/en/library/"),
    "Fava": (PARTNER, "/en/practices/{stage.practice_draft.code}/desk/check/"),
    "Guar": (PARTNER, "/en/practices/{stage.practice_submitted.code}/desk/"),
    "Kudu": (PARTNER, SHEET),
}


def questions(stage, role):
    """What one can ask the lists, and pages beyond those of the table of access."""
    for half in SECRETS:
        yield f"/en/partners/?q={half}"
    for half in OF_ORGANISATIONS:
        yield f"/en/partners/?q={half.lower()}&status=candidate"
    for parameters in (
        "status=candidate",
        "status=suspended",
        "status=",
        "type=research&country=FR",
        "college=&region=europe",
        "ordering=status",
        "status_reason=Clod",
        "name__startswith=Abra",
        "page=last",
        "show=all",
    ):
        yield f"/en/partners/?{parameters}"
    for code in ("a2", "a3"):
        yield f"/en/task-forces/{code}/applications/?show=decided"
        yield f"/en/task-forces/{code}/applications/?show=all&status=draft"
        yield f"/en/task-forces/{code}/members/?q=Jota"
        yield f"/en/task-forces/{code}/join/"
    for half in ("Quip", "Rook", "Silt", "Jota"):
        yield f"/en/task-forces/a2/register/?q={half}"
    for half in ("Vint", "Tuba", "Yolk", "Wren"):
        yield f"/en/spaces/task-force-a2/discussions/?q={half}"
    for form in FILLED_IN:
        yield f"{form}?from={stage.thread.pk}"
    for half in ("Uist", "Zinc"):
        yield f"/en/spaces/task-force-a2/wiki/?q={half}"
    yield "/en/library/?q=Tofu"
    yield from (f"/en/practices/?q={half}" for half in ("Fava", "Guar", "Kudu"))
    yield from (f"/en/practices/{stage.practice.code}/desk/{part}/" for part in ("places", "check"))
    yield f"/en/events/{stage.event_of_a2.pk}/event.ics"
    yield f"/en/events/{stage.full_event.pk}/"
    yield "/en/events/?when=past"
    for kind in ("csv", "xlsx", "bib", "ris"):
        yield f"/en/task-forces/a2/register/export/?kind={kind}"
    if role in STAFF:
        for partner in (stage.candidate, stage.suspended):
            yield f"/admin/partners/partner/{partner.pk}/change/"
            yield f"/admin/partners/partner/{partner.pk}/history/"
    yield f"/en/task-forces/a3/applications/{stage.declined.pk}/"
    yield "/en/task-forces/a2/applications/?page=last"


def leaks(client, role, paths, **asked):
    """{path: where the words stand that it tells `role`, who may not read them}."""
    found = {path: leaked(path, role, told_by(client.get(path, **asked))) for path in paths}
    return {path: where for path, where in found.items() if where}


@pytest.mark.parametrize("role", ROLES)
def test_no_list_tells(stage, doors, role):
    assert not leaks(doors.client(role), role, questions(stage, role))


@pytest.mark.parametrize("role", ROLES)
def test_no_fragment_tells(stage, doors, role):
    lists = [path for path in questions(stage, role) if re.match(r"/en/(partners|practices)/\?", path)]
    assert not leaks(doors.client(role), role, lists, headers={"HX-Request": "true", "HX-Target": "results"})


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_other_language_tells(stage, doors, language):
    pages = {address(row, stage) for row in ROWS if not row.route.startswith("admin/")}
    others = [path.replace("/en/", f"/{language}/", 1) for path in (*sorted(pages), *questions(stage, "visitor"))]
    assert not leaks(doors.client("visitor"), "visitor", others)


@pytest.mark.parametrize("half", SECRETS)
def test_those_who_may_read_do_find_each_word(stage, doors, half):
    """Otherwise these tests would look in the wrong places."""
    role, path = FOUND_AT[half]
    assert half in told_by(doors.client(role).get(path.format(stage=stage)))


@pytest.mark.parametrize("form", FILLED_IN)
@pytest.mark.parametrize("role", [FRIEND, PARTNER, FOCAL_POINT, FUNDER])
def test_form_that_a_discussion_fills_in_opens_for_nobody_who_may_not_see_it(stage, doors, role, form):
    client, path = doors.client(role), f"{form}?from={stage.thread.pk}"
    for response in (client.get(path), client.get(path, headers={"HX-Request": "true"}), client.post(path, {})):
        assert response.status_code in (403, 404)
        assert not told_by(response)


@pytest.mark.parametrize("form", FILLED_IN)
def test_form_that_a_discussion_fills_in_quotes_it_until_it_is_hidden(stage, doors, form):
    """Whoever moderates reads hidden words in the room; what is made of a discussion is read elsewhere, too."""
    client, path = doors.client(LEADER), f"{form}?from={stage.thread.pk}"
    assert {"Vint", "Tuba"} <= found_in(text_of(client.get(path)))
    stage.thread.posts.earliest("pk").hide("Off topic.", by=stage.hugo)
    page = client.get(path)
    assert page.status_code == 200
    assert "Tuba" not in found_in(text_of(page))


def without_question(page, *questions):
    for question in questions:
        page = page.replace(question, "")
    return re.sub(r'[0-9a-f]{12}|value="\w{64}"', "", page)


@pytest.mark.parametrize("role", ["visitor", FRIEND, PARTNER, LEADER])
def test_search_for_something_hidden_answers_like_a_search_for_nothing(stage, doors, role):
    client = doors.client(role)
    pages = []
    for question in ("Abrawumb", "Xyzzywum"):
        page = client.get(f"/en/partners/?q={question}").content.decode()
        pages.append(without_question(page, question))
    assert pages[0] == pages[1]


def test_counts_do_not_count_what_is_hidden(stage, doors):
    """Taking the hidden organisations away changes no page of a visitor."""
    client = doors.client("visitor")
    paths = ["/en/", "/en/partners/", "/en/colleges/", "/en/funders/", "/en/partners/?type=research"]
    before = [without_question(client.get(path).content.decode()) for path in paths]
    Partner.objects.filter(pk__in=[stage.candidate.pk, stage.suspended.pk]).delete()
    after = [without_question(client.get(path).content.decode()) for path in paths]
    assert before == after


def cells_of(response):
    """All text of an exported file, CSV or workbook."""
    if "csv" in response["Content-Type"]:
        return bytes_of(response).decode("utf-8-sig")
    book = load_workbook(BytesIO(bytes_of(response)))
    return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_exports_tell_nobody_about_drafts(stage, doors, kind):
    models = ("taskforces/application", "accounts/user", "partners/partner", "core/activity", "notifications/mail")
    for model in models:
        response = doors.client(SECRETARIAT).post(f"/admin/{model}/export/", {"kind": kind})
        assert "attachment" in response["Content-Disposition"], model
        text = cells_of(response)
        assert "Ibex" not in found_in(text)
        assert stage.bruno.email not in text or model == "accounts/user" or model == "notifications/mail"
        for role in (PARTNER, LEADER, "visitor"):
            assert doors.client(role).post(f"/admin/{model}/export/", {"kind": kind}).status_code in (302, 403)


def test_search_of_the_admin_tells_nobody_about_drafts(stage, doors):
    client = doors.client(SECRETARIAT)
    for path in (
        "/admin/search/?s=Ibex",
        "/admin/taskforces/application/?q=Bruno",
        "/admin/taskforces/application/?status__exact=draft",
        "/admin/taskforces/application/?answers__contains=Ibex",
        "/admin/taskforces/application/?person__password__startswith=md5",
    ):
        response = client.get(path, follow=True)
        assert "Ibex" not in found_in(response.content.decode())
        assert f"/application/{stage.draft.pk}/" not in response.content.decode()


@pytest.mark.parametrize("role", [PARTNER, LEADER, "visitor"])
def test_autocomplete_tells_nobody_else(stage, doors, role):
    path = "/admin/autocomplete/?app_label=partners&model_name=affiliation&field_name=person&term=Awa"
    response = doors.client(role).get(path)
    assert response.status_code in (302, 403)
    assert not found_in(response.content.decode())


def test_mails_tell_only_those_who_may_read(stage):
    """Every activity of the stage is announced; each mail holds only what its reader may read."""
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    Mail.objects.update(due_at="2020-01-01T00:00:00Z")
    deliver()
    roles = {getattr(stage, role).email: role for role in ROLES if getattr(stage, role)}
    assert mail.outbox
    leaks = {}
    for message in mail.outbox:
        role = roles.get(message.to[0])
        text = message.subject + message.body + "".join(part for part, _kind in message.alternatives)
        if role and (told := found_in(text) & unreadable(role)):
            leaks[role, message.subject] = {SECRETS[half][0] for half in told}
    assert not leaks


def test_notices_of_another_person_are_neither_shown_nor_counted(stage, doors):
    for role in ROLES:
        if role in ("visitor", FRIEND):
            continue
        page = doors.client(role).get("/en/notifications/").content.decode()
        assert f"/notifications/{stage.notice.pk}/" not in page
        response = doors.client(role).post("/en/notifications/read/")
        assert response.status_code == 302
    stage.notice.refresh_from_db()
    assert stage.notice.read_at is None


def test_erased_person_is_named_nowhere(stage, doors):
    stage.mila.erase(by=None)
    for role in (LEADER, SECRETARIAT, "visitor"):
        client = doors.client(role)
        for path in ("/en/task-forces/a2/", "/en/task-forces/a2/members/", "/admin/taskforces/seat/"):
            assert "Jota" not in found_in(text_of(client.get(path)))


def test_what_answers_in_fragments_says_so():
    """By that word test_access_matrix.py knows which pages it must look through twice."""
    ours = [Path(app.path) for app in apps.get_app_configs() if ".venv" not in Path(app.path).parts]
    texts = {path: path.read_text() for folder in ours for path in folder.rglob("*.py")}
    listening = {path for path, text in texts.items() if ".htmx" in text}
    assert listening
    assert not {path for path in listening if "patch_vary_headers" not in texts[path]}
