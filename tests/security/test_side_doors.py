"""Hidden things do not leak by a side door: a secret word planted in each is found by nobody who may not read it.

Looked through: every page of every role, searches and filters, fragments, exports, mails, and what the admin shows of
drafts. The words are searched by their first half, so that a page that repeats the question is no false alarm.
"""

import re
from functools import cache
from io import BytesIO

import pytest
from django.core import mail
from django.db import transaction
from openpyxl import load_workbook

from core.models import Activity
from events.models import MinutesEdition
from notifications.models import Mail, Notice
from notifications.tasks import deliver
from partners.models import Partner
from taskforces.models import Application, Message
from tests.factories import ApplicationFactory
from tests.security.access import ROWS
from tests.security.access.row import IN_A2, PARTNER_PEOPLE, STAFF
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
    Doors,
    Stage,
)
from tests.security.test_access_matrix import address
from wiki.models import Draft

pytestmark = pytest.mark.django_db

# {first half of the word: (where it stands, who may read it)}; the second half is always the same.
HALF = "wumbleton"
SECRETS = {
    "Abra": ("name of a candidate organisation", STAFF),
    "Brim": ("name of a suspended organisation", STAFF),
    "Clod": ("reason of the suspension", STAFF),
    "Dorf": ("answers of an applicant from Africa", (LEADER, REPRESENTATIVE, *STAFF)),
    "Ezra": ("answers of Victor to A2", (FRIEND, LEADER, *STAFF)),
    "Flut": ("what Victor was asked", (FRIEND, LEADER, *STAFF)),
    "Gump": ("answers of Victor to A3", (FRIEND, *STAFF)),
    "Hurz": ("reason of a refusal by A3", (FRIEND, *STAFF)),
    "Ibex": ("Bruno's draft", (PARTNER,)),
    "Jota": ("name of a member who does not show it", (*IN_A2, *STAFF)),
    "Kelp": ("name of an applicant", (LEADER, REPRESENTATIVE, *STAFF)),
    "Lark": ("name of somebody who asks to belong to AFRIS", (LEADER, *STAFF)),
    "Moss": ("name of somebody who asks to belong to Fundación Suelo", (FOCAL_POINT, *STAFF)),
    "Nook": ("reason of a placement", (*STAFF, FOCAL_POINT)),
    "Ozon": ("address of Amina", (LEADER, *STAFF)),
    "Quiz": ("join link of a planning meeting", (LEADER, REPRESENTATIVE, *STAFF)),
    "Rusk": ("agenda of a planning meeting", (*IN_A2, *STAFF)),
    "Sago": ("minutes of A2", (*IN_A2, *STAFF)),
    "Tarn": ("decision of A2", (*IN_A2, *STAFF)),
    "Quip": ("title of a withdrawn item of A2's register", (*IN_A2, *STAFF)),
    "Rook": ("reason of its withdrawal", (*IN_A2, *STAFF)),
    "Silt": ("title of an item of A2's register", (*IN_A2, *PARTNER_PEOPLE)),
    "Umba": ("what A2 misses", (*IN_A2, *PARTNER_PEOPLE)),
    "Pulp": ("address of Mila", ("mila", *STAFF)),
    "Vint": ("title of a discussion in the room of A2", (*IN_A2, *STAFF)),
    "Tuba": ("what began it", (*IN_A2, *STAFF)),
    "Yolk": ("an answer there", (*IN_A2, *STAFF)),
    "Wren": ("a hidden answer there", (LEADER, REPRESENTATIVE, *STAFF)),
    "Velo": ("why an answer was reported", (LEADER, *STAFF)),
    "Uist": ("text of a page of A2's wiki", (*IN_A2, *STAFF)),
    "Zinc": ("title of a page removed from there", (LEADER, REPRESENTATIVE, *STAFF)),
    "Yarn": ("Mila's draft of a page", ("mila",)),
    "Xeno": ("join link of an event in the room of Africa", STAFF),
    "Yeti": ("description of an event of A2", (*IN_A2, *STAFF)),
    "Zola": ("what Bruno answered when he registered", (PARTNER, *STAFF)),
    "Tofu": ("title of a work in the library of Africa", PARTNER_PEOPLE),
    "Fava": ("Bruno's draft of a practice", (PARTNER, *STAFF)),
    "Guar": ("what was said about his sheet under review", (PARTNER, REPRESENTATIVE, *STAFF)),
    "Kudu": ("name of a private farm in his published sheet", (PARTNER, *STAFF)),
}

# The forms that open with the words of a discussion in the room of A2: question, page, work, idea.
FILLED_IN = (
    "/en/questions/ask/",
    "/en/spaces/task-force-a2/wiki/write/",
    "/en/spaces/task-force-a2/library/add/",
    "/en/task-forces/a2/ideas/propose/",
)


def word(half):
    return f"{half}{HALF}"


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    """The stage with a word in everything that is hidden from somebody."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield plant(Stage().build())
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def doors(stage, django_db_blocker):
    with django_db_blocker.unblock():
        return Doors(stage)


def plant(stage):
    """Put each word where SECRETS says."""
    change(stage.candidate, name=f"Farms {word('Abra')}", acronym=word("Abra"))
    change(stage.suspended, name=f"Soils {word('Brim')}", status_reason=word("Clod"))
    change(stage.from_africa, answers={"motivation": word("Dorf")})
    change(stage.asked, answers={"motivation": word("Ezra")})
    Message.objects.filter(application=stage.asked).update(text=word("Flut"))
    change(stage.elsewhere, answers={"motivation": word("Gump")})
    change(stage.draft, answers={"motivation": word("Ibex")})
    change(stage.mila, name=f"Mila {word('Jota')}", email=f"{word('Pulp').lower()}@example.org")
    change(stage.withdrawn_item, title=word("Quip"), reason=word("Rook"))
    change(stage.register_item, title=word("Silt"))
    change(stage.gap, statement=word("Umba"))
    change(stage.awa, name=f"Awa {word('Kelp')}")
    change(stage.stranger.person, name=f"Sam {word('Lark')}")
    change(stage.colleague.person, name=f"Nuria {word('Moss')}")
    change(stage.placement, reason=word("Nook"))
    change(stage.planning, link=f"https://video.example/{word('Quiz')}", agenda=word("Rusk"))
    MinutesEdition.objects.update(text=word("Sago"))
    change(stage.decision, text=word("Tarn"))
    change(stage.amina, email=f"{word('Ozon').lower()}@example.org")
    declined = ApplicationFactory(person=stage.victor, task_force=stage.a3, status=Application.Status.WITHDRAWN)
    change(declined, status=Application.Status.DECLINED, reason=word("Hurz"), decided_by=stage.sofia)
    stage.declined = declined
    change(stage.thread, title=word("Vint"))
    change(stage.thread.posts.earliest("pk"), text=word("Tuba"))
    change(stage.post, text=word("Yolk"))
    change(stage.hidden_post, text=word("Wren"))
    change(stage.post_report, reason=word("Velo"))
    change(stage.wiki_page, text=word("Uist"))
    change(stage.removed_wiki_page, title=word("Zinc"))
    Draft.objects.filter(person=stage.mila).update(text=word("Yarn"))
    change(stage.work, title=word("Tofu"))
    change(stage.open_event, link=f"https://video.example/{word('Xeno')}")
    change(stage.event_of_a2, description=word("Yeti"))
    change(stage.registration, answers=[["Diet?", word("Zola")]])
    draft, published = stage.practice_draft, stage.practice
    change(draft, contents=draft.contents | {"description": {"en": word("Fava")}})
    stage.practice_submitted.comment("essentials", word("Guar"), by=stage.fatou)
    farm = {"name": word("Kudu"), "latitude": 14.7123, "longitude": -17.4321}
    change(published, contents=published.contents | {"sites": [farm | {"is_private_farm": True}]})
    version = published.versions.get()
    change(version, withheld={"0": farm})
    return stage


def change(obj, **values):
    for field, value in values.items():
        setattr(obj, field, value)
    obj.save(update_fields=list(values))


def found_in(text):
    """The first halves of the words in `text`."""
    return {half for half in SECRETS if re.search(word(half), text, re.I)}


def unreadable(role):
    return {half for half, (_where, readers) in SECRETS.items() if role not in readers}


def paths_of(stage, role):
    """Every page, and every question one can ask a list."""
    routes = {}
    for row in ROWS:
        # A superuser sees there what the secretariat sees: one of them walks through it.
        if not row.route.startswith("admin/") or role == SECRETARIAT:
            routes.setdefault(address(row, stage), row)
    yield from routes
    for half in SECRETS:
        yield f"/en/partners/?q={half}"
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


def bytes_of(response):
    """What the answer holds, at once or in pieces."""
    return b"".join(response.streaming_content) if response.streaming else response.content


def text_of(response):
    """The same as words, page or file."""
    return bytes_of(response).decode(errors="replace")


@pytest.fixture(scope="module")
def walk(stage, doors):
    """`walk(role)`: {path: the first halves of the words its page tells}, each role's pages read once."""

    @cache
    def read(role):
        client, told = doors.client(role), {}
        for path in paths_of(stage, role):
            response = client.get(path)
            told[path] = found_in(text_of(response) + str(response.headers))
        return told

    return read


def leaks_in(told, role):
    """{path: what it tells `role` that she may not read}. Behind the private address of a calendar it is its owner who
    reads, whoever has it: it may tell what Mila may read, and nothing else."""
    leaks = {}
    for path, found in told.items():
        if hidden := found & unreadable(MEMBER if path.startswith("/calendars/") else role):
            leaks[path] = {SECRETS[half][0] for half in hidden}
    return leaks


@pytest.mark.parametrize("role", ROLES)
def test_no_page_tells(stage, walk, role):
    assert not leaks_in(walk(role), role)


@pytest.mark.parametrize("role", ROLES)
def test_no_fragment_tells(stage, doors, role):
    client, told = doors.client(role), {}
    for path in paths_of(stage, role):
        if re.match(r"/en/(partners|task-forces|notifications|colleges|spaces|library|practices|events)/", path):
            response = client.get(path, headers={"HX-Request": "true", "HX-Target": "results"})
            told[path] = found_in(text_of(response) + str(response.headers))
    assert not leaks_in(told, role)


@pytest.mark.parametrize("language", ["fr", "es"])
def test_no_other_language_tells(stage, doors, language):
    client, leaks = doors.client("visitor"), {}
    for path in paths_of(stage, "visitor"):
        response = client.get(path.replace("/en/", f"/{language}/", 1))
        leaks[path] = found_in(text_of(response))
    assert not leaks_in(leaks, "visitor")


def test_those_who_may_read_do_find_each_word(walk):
    """Otherwise the tests above would look in the wrong places."""
    seen = set()
    for role in (LEADER, FRIEND, PARTNER, FOCAL_POINT, MEMBER, SECRETARIAT):
        if seen != SECRETS.keys():
            seen |= set().union(*walk(role).values())
    assert seen == SECRETS.keys()


@pytest.mark.parametrize("form", FILLED_IN)
@pytest.mark.parametrize("role", [FRIEND, PARTNER, FOCAL_POINT, FUNDER])
def test_form_that_a_discussion_fills_in_opens_for_nobody_who_may_not_see_it(stage, doors, role, form):
    client, path = doors.client(role), f"{form}?from={stage.thread.pk}"
    for response in (client.get(path), client.get(path, headers={"HX-Request": "true"}), client.post(path, {})):
        assert response.status_code in (403, 404)
        assert not found_in(text_of(response) + str(response.headers))


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
