"""The pages of joining: kept at each step, clear about what is wrong, closed to everybody else."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import Activity, StoredFile
from partners.models import JoiningApplication
from tests.cast import country
from tests.factories import AffiliationFactory, JoiningFactory, PartnerFactory
from tests.papers import logo, upload

pytestmark = pytest.mark.django_db

START = "/en/partners/apply/organisation/"
GOOD = {
    "name": "Institut du Sol Vivant",
    "acronym": "ISV",
    "type": "research",
    "nature": "non_profit",
    "country": "FR",
    "place": "Montpellier",
    "website": "isv.example",
    "wishes_to_be": "member",
    "motivation": "For the soils.",
    "contact_name": "Ada",
    "contact_email": "ada@isv.example",
    "is_authorised": "on",
}


@pytest.fixture
def me(client, victor):
    client.force_login(victor)
    return victor


def mine():
    return JoiningApplication.objects.get()


def at(application, step=""):
    return f"/en/partners/applications/{application.pk}/{step}"


@pytest.fixture
def draft(me):
    return JoiningFactory(applicant=me, status="draft", submitted_at=None)


# -- What it means


def test_landing_leads_strangers_to_sign_up_and_back(client):
    page = client.get("/en/partners/apply/").content.decode()
    assert '/en/account/signup/?next=/en/partners/apply/organisation/"' in page
    assert "come as a friend" in page


def test_landing_leads_back_to_what_was_begun(client, draft):
    assert at(draft) in client.get("/en/partners/apply/").content.decode()


def test_landing_shows_nobody_elses(client, me):
    JoiningFactory(name="Somebody Else")
    assert "Somebody Else" not in client.get("/en/partners/apply/").content.decode()


# -- Step 1


def test_complete_first_step_leads_to_the_files(client, me):
    response = client.post(START, GOOD)
    assert response["Location"] == at(mine(), "files/")
    assert (mine().name, mine().place.name, mine().website) == (GOOD["name"], "Montpellier", "https://isv.example")


def test_looking_at_the_form_makes_no_row(client, me):
    assert client.get(START).status_code == 200
    assert not JoiningApplication.objects.exists()


def test_incomplete_step_is_kept_and_said(client, me):
    response = client.post(START, {"name": "Only a name"})
    assert response.status_code == 200
    assert {"type", "nature", "country", "contact_email", "is_authorised"} <= response.context["form"].errors.keys()
    assert mine().name == "Only a name"


def test_save_and_go_on_later_asks_for_nothing(client, me):
    response = client.post(START, {"name": "Only a name", "save": "yes"})
    assert response["Location"] == at(mine(), "organisation/")
    assert "Only a name" in client.get(START).content.decode()


def test_autosave_answers_with_nothing(client, me):
    assert client.post("/en/partners/apply/save/", {"name": "Typ", "contact_email": "a@b.example"}).status_code == 204
    assert client.post(at(mine(), "save/"), {"name": "Typed", "contact_email": "not an add"}).status_code == 204
    assert (mine().name, mine().contact_email) == ("Typed", "a@b.example")


def test_autosave_after_sending_is_a_conflict_and_changes_nothing(client, me):
    application = JoiningFactory(applicant=me, name="Sent")
    assert client.post(at(application, "save/"), {"name": "Other"}).status_code in (302, 409)
    application.refresh_from_db()
    assert application.name == "Sent"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("type", "king"),
        ("nature", "holy"),
        ("country", "XX"),
        ("country", "\x00"),
        ("wishes_to_be", "emperor"),
        ("website", "javascript:alert(1)"),
        ("contact_email", "nobody"),
        ("name", "x" * 201),
        ("name", "a\x00b"),
        ("motivation", "x" * 2001),
        ("contact_phone", "1" * 41),
        ("place", "Atlantis"),
    ],
)
@pytest.mark.parametrize("how", [{}, {"save": "yes"}], ids=["continue", "later"])
def test_what_is_wrong_is_said_at_the_field_and_stays_there(client, me, field, value, how):
    response = client.post(START, GOOD | {field: value} | how)
    assert response.status_code == 200
    assert field in response.context["form"].errors
    assert mine().contact_name == "Ada"
    if field == "motivation":
        assert value in response.content.decode()


def test_commercial_body_cannot_wish_to_be_a_member(client, me):
    for facts in ({"nature": "commercial"}, {"type": "company", "nature": "public"}):
        response = client.post(START, GOOD | facts)
        assert "never a member" in str(response.context["form"].errors["wishes_to_be"])


def test_company_need_not_say_that_it_is_commercial(client, me):
    client.post(START, GOOD | {"type": "company", "nature": "", "wishes_to_be": "partner"})
    assert mine().nature == "commercial"


def test_nothing_but_the_form_is_written(client, me, sofia):
    forged = {
        "status": "accepted_member",
        "applicant": sofia.pk,
        "partner": 1,
        "reason": "x",
        "decided_by_body": "bureau",
    }
    client.post(START, GOOD | forged)
    assert (mine().status, mine().applicant, mine().partner, mine().decided_by_body) == ("draft", me, None, "")


# -- Is it one of these?


def test_organisation_that_is_there_already_is_shown_before_going_on(client, me):
    there = PartnerFactory(name="Institut du Sol Vivant", acronym="ISV", country=country("BE"))
    response = client.post(START, GOOD)
    page = response.content.decode()
    assert "Is it one of these?" in page and f"/en/partners/{there.slug}/request/" in page
    seen = re.search(r'name="none_of_these" value="([\d,]+)"', page)[1]
    assert client.post(START, GOOD | {"none_of_these": seen})["Location"] == at(mine(), "files/")


def test_forged_answer_to_that_question_does_no_harm(client, me):
    PartnerFactory(name="Institut du Sol Vivant", country=country("BE"))
    for value in ("0", "x,y", ",,", "\x00", "9" * 400):
        assert client.post(START, GOOD | {"none_of_these": value}).status_code == 200


@pytest.mark.parametrize("status", ["candidate", "suspended", "left"])
def test_hidden_organisations_stay_hidden(client, me, status):
    PartnerFactory(name="Institut du Sol Vivant", status=status, country=country("BE"))
    assert client.post(START, GOOD).status_code == 302


# -- Step 2


def send(client, application, **files):
    later = files.pop("later", None)
    return client.post(at(application, "files/"), files | ({"save": "yes"} if later else {}))


def test_all_files_lead_to_the_check(client, draft):
    response = send(client, draft, declaration=upload(), nature=upload(), logo=logo())
    assert response["Location"] == at(draft, "check/")
    assert draft.pieces.count() == 3


def test_good_file_is_kept_beside_a_bad_one(client, draft):
    response = send(client, draft, declaration=upload(), nature=upload(b"<html>", "statutes.pdf"))
    assert response.context["form"].errors.keys() == {"nature", "logo"}
    assert "cannot be taken" in str(response.context["form"].errors["nature"])
    assert list(draft.pieces.values_list("kind", flat=True)) == ["declaration"]


def test_files_can_come_one_by_one(client, draft):
    assert send(client, draft, logo=logo(), later=True)["Location"] == at(draft, "files/")
    assert "logo.png" in client.get(at(draft, "files/")).content.decode()


def test_logo_must_be_a_picture(client, draft):
    response = send(client, draft, logo=upload(name="logo.png"), later=True)
    assert "not a picture" in str(response.context["form"].errors["logo"])


def test_file_that_is_too_large_is_told_its_size(client, draft, settings):
    settings.UPLOAD_MAX_BYTES = 100
    response = send(client, draft, declaration=upload(), later=True)
    assert "at most" in str(response.context["form"].errors["declaration"])


def test_forged_kind_is_no_file(client, draft):
    send(client, draft, passport=upload(), later=True)
    assert not StoredFile.objects.exists()
    assert client.post(at(draft, "files/passport/remove/")).status_code == 404


def test_full_disk_is_a_sentence_at_the_file(client, draft, monkeypatch):
    from tests.security.test_uploads import FullDisk

    monkeypatch.setattr(StoredFile.file.field, "storage", FullDisk())
    response = send(client, draft, declaration=upload())
    assert "try again later" in str(response.context["form"].errors["declaration"])
    assert not StoredFile.objects.exists()


def test_file_can_be_taken_away(client, draft):
    send(client, draft, declaration=upload(), later=True)
    assert client.post(at(draft, "files/declaration/remove/"))["Location"] == at(draft, "files/")
    assert not draft.pieces.exists()


# -- Step 3, and afterwards


def test_complete_application_is_sent_from_the_check(client, me):
    draft = JoiningFactory(applicant=me, status="draft", submitted_at=None, with_pieces=True)
    page = client.get(at(draft, "check/")).content.decode()
    assert draft.name in page and "Send the application" in page
    assert client.post(at(draft, "check/"))["Location"] == at(draft)
    assert client.post(at(draft, "check/"))["Location"] == at(draft), "pressed twice"
    draft.refresh_from_db()
    assert draft.status == "submitted"


def test_incomplete_application_says_what_is_missing(client, draft):
    assert "Send the application" not in client.get(at(draft, "check/")).content.decode()
    assert client.post(at(draft, "check/"))["Location"] == at(draft, "check/")
    draft.refresh_from_db()
    assert draft.is_draft


def test_status_page_says_what_is_missing_and_where_to_send_it(client, me, sofia):
    application = JoiningFactory(applicant=me)
    application.ask_for_pieces(["declaration", "answers"], "Not <b>signed</b>.", by=sofia)
    page = client.get(at(application)).content.decode()
    assert "Not &lt;b&gt;signed&lt;/b&gt;." in page
    assert at(application, "files/") in page and at(application, "organisation/") in page
    assert "Not &lt;b&gt;" in client.get(at(application, "files/")).content.decode()


@pytest.mark.parametrize("status", ["submitted", "under_review", "refused", "withdrawn"])
def test_every_state_has_its_page(client, me, status):
    application = JoiningFactory(applicant=me, status=status, reason="Because." if status == "refused" else "")
    page = client.get(at(application)).content.decode()
    assert ("Withdraw it" in page) == application.can_be_withdrawn
    assert ("Because." in page) == (status == "refused")


def test_accepted_application_leads_to_the_organisation(client, me, sofia):
    application = JoiningFactory(applicant=me)
    application.accept("partner", body="bureau", decided_on=timezone.localdate(), reference="", by=sofia)
    assert f"/en/partners/{application.partner.slug}/" in client.get(at(application)).content.decode()


def test_withdrawn_by_its_button(client, me):
    application = JoiningFactory(applicant=me)
    for _press in range(2):
        assert client.post(at(application, "withdraw/"))["Location"] == "/en/partners/apply/"
    application.refresh_from_db()
    assert application.status == "withdrawn"


def test_what_waits_for_her_stands_in_her_duties(client, me, sofia):
    JoiningFactory(applicant=me, name="Begun", status="draft", submitted_at=None)
    asked, sent = JoiningFactory(applicant=me, name="Asked"), JoiningFactory(applicant=me, name="On its way")
    asked.ask_for_pieces(["logo"], "Blurred.", by=sofia)
    response = client.get("/en/home/")
    assert {duty.about for duty in response.context["desk"].duties} == {"Begun", "Asked"}
    assert sent.name in response.content.decode()


# -- Few questions


def questions(client, path):
    client.get(path)
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


@pytest.mark.parametrize("step", ["organisation/", "files/", "check/"])
def test_steps_ask_few_questions(client, draft, step):
    assert questions(client, at(draft, step)) <= 12


def test_status_page_asks_few_questions(client, me):
    assert questions(client, at(JoiningFactory(applicant=me, with_pieces=True))) <= 12


def test_landing_asks_the_same_for_one_or_many(client, me):
    JoiningFactory(applicant=me)
    one = questions(client, "/en/partners/apply/")
    JoiningFactory.create_batch(9, applicant=me)
    assert questions(client, "/en/partners/apply/") == one <= 8


# -- The secretariat


@pytest.fixture
def admin(client, sofia):
    client.force_login(sofia)
    return "/admin/partners/joiningapplication/"


def test_secretariat_finds_what_waits_and_how_old_it_is(client, admin):
    JoiningFactory(name="Waits")
    JoiningFactory(name="Begun", status="draft", submitted_at=None)
    page = client.get(f"{admin}?waiting=secretariat").content.decode()
    assert "Waits" in page and "Begun" not in page
    assert "Applications to join to be read" in client.get("/admin/").content.decode()


def test_list_asks_the_same_for_one_or_many(client, admin):
    JoiningFactory()
    one = questions(client, admin)
    JoiningFactory.create_batch(9)
    assert questions(client, admin) == one


def test_secretariat_sees_possible_duplicates_candidates_included(client, admin):
    application = JoiningFactory(name="Institut du Sol")
    PartnerFactory(name="Institut du Sol", status="candidate", country=country("BE"))
    JoiningFactory(name="Institut des Sols")
    page = client.get(f"{admin}{application.pk}/change/").content.decode()
    assert page.count("a similar name") == 2


def test_each_opening_of_a_file_is_recorded(client, admin, sofia):
    application = JoiningFactory(with_pieces=True)
    response = client.post(f"{admin}{application.pk}/pieces/declaration/")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"].startswith("private, no-store")
    opened = Activity.objects.about(application).get(verb="piece_opened")
    assert (opened.actor, opened.data) == (sofia, {"kind": "declaration"})
    assert "Piece opened" in client.get(f"{admin}{application.pk}/history/").content.decode()


def test_member_is_not_offered_to_a_commercial_body_and_not_taken(client, admin):
    application = JoiningFactory(nature="commercial", type="company")
    for verb, posted in (
        ("propose", {"proposed_as": "member"}),
        ("accept", {"status": "member", "body": "bureau", "decided_on": "2026-01-10"}),
    ):
        assert 'value="member"' not in client.get(f"{admin}{application.pk}/{verb}/").content.decode()
        assert client.post(f"{admin}{application.pk}/{verb}/", posted).status_code == 200
    application.refresh_from_db()
    assert application.status == "submitted"


def test_secretariat_accepts_with_date_and_reference(client, admin):
    application = JoiningFactory()
    posted = {"status": "member", "body": "consortium", "decided_on": "2026-01-10", "reference": "CM 3"}
    assert client.post(f"{admin}{application.pk}/accept/", posted).status_code == 302
    application.refresh_from_db()
    assert (application.status, application.decision_reference) == ("accepted_member", "CM 3")
    assert application.partner.status == "member"


@pytest.mark.parametrize(
    "wrong",
    [
        {"decided_on": "2999-01-01"},
        {"decided_on": "soon"},
        {"body": "king"},
        {"status": "left"},
        {"reference": "x" * 121},
    ],
    ids=str,
)
def test_wrong_decision_is_said_at_the_field(client, admin, wrong):
    application = JoiningFactory()
    posted = {"status": "member", "body": "consortium", "decided_on": "2026-01-10", "reference": ""} | wrong
    response = client.post(f"{admin}{application.pk}/accept/", posted)
    assert response.status_code == 200 and response.context["form"].errors.keys() == wrong.keys()


def test_secretariat_asks_and_refuses_with_words(client, admin):
    application = JoiningFactory()
    path = f"{admin}{application.pk}/"
    assert client.post(f"{path}ask-for-pieces/", {"kinds": ["logo"], "words": " "}).status_code == 200
    assert client.post(f"{path}ask-for-pieces/", {"kinds": ["logo"], "words": "Blurred."}).status_code == 302
    assert client.post(f"{path}refuse/", {"reason": ""}).status_code == 200
    assert client.post(f"{path}refuse/", {"reason": "No answer."}).status_code == 302
    application.refresh_from_db()
    assert (application.status, application.reason) == ("refused", "No answer.")


def test_secretariat_does_not_decide_on_her_own_application(client, admin, sofia):
    own = JoiningFactory(applicant=sofia)
    assert client.post(f"{admin}{own.pk}/refuse/", {"reason": "Mine."}).status_code == 403


def test_focal_point_of_the_register_row_is_not_lost(client, admin):
    known = PartnerFactory(status="left")
    keeper = AffiliationFactory(partner=known, is_focal_point=True).person
    application = JoiningFactory()
    assert client.post(f"{admin}{application.pk}/choose-organisation/", {"partner": known.pk}).status_code == 302
    posted = {"status": "partner", "body": "bureau", "decided_on": "2026-01-10"}
    assert client.post(f"{admin}{application.pk}/accept/", posted).status_code == 302
    assert set(known.focal_points) == {keeper, application.applicant}
