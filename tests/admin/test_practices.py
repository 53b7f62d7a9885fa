"""Practice datasheets in the admin: the queue, reviewers, decisions, tags by the dozen, vocabularies."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from core.admin_history import history_of
from core.models import Activity
from practices.models import Assignment, Practice, Tag, Term, Vocabulary
from tests.admin.test_verbs import do, offered, tick
from tests.factories import PASSWORD
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client, sofia):
    """The browser of the secretariat, just signed in."""
    client.post(reverse("account_login"), {"login": sofia.email, "password": PASSWORD})
    return client


def listed(desk, model, **query):
    """The rows of a list."""
    url = reverse(f"admin:practices_{model._meta.model_name}_changelist")
    return list(desk.get(url, query).context_data["cl"].result_list)


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def submitted(days, **facts):
    """A sheet handed over so many days ago."""
    practice = PracticeFactory(status="submitted", **facts)
    Practice.objects.filter(pk=practice.pk).update(submitted_at=timezone.now() - timedelta(days=days))
    return practice


# -- The queue


def test_what_waits_longest_stands_on_top_with_its_age(desk):
    published, young, old = PracticeFactory(status="published"), submitted(2), submitted(40)
    assert listed(desk, Practice) == [old, young, published]
    page = desk.get(reverse("admin:practices_practice_changelist")).content.decode()
    assert '<td class="field-waiting_days' in page or ">40<" in page
    assert listed(desk, Practice, waiting="month") == [old]


def test_sheets_are_found_by_code_title_and_what_is_published_of_them(desk):
    french = PracticeFactory(status="published", title="Stone bunds", answers=MEASURED | {"countries": ["FR"]})
    african = PracticeFactory(status="published", title="Half moons")
    draft = PracticeFactory(title="Half bricks")
    assert listed(desk, Practice, q=french.code) == [french]
    assert set(listed(desk, Practice, q="half")) == {african, draft}
    assert listed(desk, Practice, country="SN") == [african]
    assert listed(desk, Practice, region="europe") == [french]
    assert listed(desk, Practice, evidence="3") == [french]
    assert len(listed(desk, Practice, country="XX", evidence="many")) == 3


def test_what_waits_for_whom(desk, sofia, bruno):
    alone, with_reviewer, reviewed = submitted(1), submitted(2), PracticeFactory(status="reviewed")
    with_reviewer.assign_reviewer(bruno, by=sofia)
    old = PracticeFactory(status="published")
    Practice.objects.filter(pk=old.pk).update(confirmed_at=timezone.now() - timedelta(days=400))
    assert listed(desk, Practice, waiting="reviewer") == [alone]
    assert listed(desk, Practice, waiting="publishing") == [reviewed]
    assert listed(desk, Practice, waiting="confirmation") == [old]
    assert len(listed(desk, Practice, waiting="all")) == 3


def test_today_counts_what_its_lists_show(desk, sofia, bruno):
    submitted(9)
    late = submitted(3)
    late.assign_reviewer(bruno, by=sofia)
    Assignment.objects.update(due_on=in_days(-2))
    PracticeFactory(status="reviewed")
    old = PracticeFactory(status="published")
    Practice.objects.filter(pk=old.pk).update(confirmed_at=timezone.now() - timedelta(days=375))
    waiting = {str(item.title): item for item in desk.get("/admin/").context_data["waiting"]}
    age_days = {
        "Practice datasheets without reviewer": 9,
        "Practice datasheets to publish": 0,
        "Reviews of practices overdue": 2,
        "Practice datasheets to confirm": 10,
    }
    for title, days in age_days.items():
        item = waiting[title]
        assert item.number == desk.get(item.url).context_data["cl"].result_count == 1, title
        assert (timezone.now() - item.since).days == days, title


# -- From submitted to published


def test_sheet_is_led_to_a_reviewer_reviewed_and_published(desk, sofia, bruno):
    practice = PracticeFactory(status="submitted")
    assert offered(desk, practice) == ["assign_reviewer", "review", "send_back", "reject"]
    do(desk, practice, "assign_reviewer", user=bruno.pk, due_on=in_days(14))
    assert practice.assignments.get(user=bruno).due_on == in_days(14)
    assert "release_reviewer" in offered(desk, practice)
    do(desk, practice, "release_reviewer", person=bruno.pk)
    assert not practice.assignments.exists()
    do(desk, practice, "review")
    do(desk, practice, "publish")
    practice.refresh_from_db()
    assert practice.status == Practice.Status.PUBLISHED
    activity = Activity.objects.about(practice).first()
    assert (activity.verb, activity.actor, activity.source) == ("published", sofia, "admin")


def test_nobody_is_asked_to_review_her_own_sheet_here_either(desk, bruno):
    practice = PracticeFactory(author=bruno, status="submitted")
    page = do(desk, practice, "assign_reviewer", user=bruno.pk)
    assert "Nobody reviews what she has written herself" in page.content.decode()
    page = do(desk, practice, "assign_reviewer", user="nobody", due_on="soon")
    assert set(page.context_data["form"].errors) == {"user", "due_on"}
    assert not practice.assignments.exists()


def test_secretariat_does_not_judge_its_own_sheet(desk, sofia):
    practice = PracticeFactory(author=sofia, status="submitted")
    assert offered(desk, practice) == ["assign_reviewer"]
    assert do(desk, practice, "review").status_code == 403


def test_sheet_is_sent_back_or_rejected_with_words(desk):
    practice = PracticeFactory(status="submitted")
    do(desk, practice, "send_back", reason="")
    practice.refresh_from_db()
    assert practice.status == Practice.Status.SUBMITTED
    do(desk, practice, "send_back", reason="Say how deep.")
    practice.refresh_from_db()
    assert (practice.status, practice.reason) == (Practice.Status.DRAFT, "Say how deep.")
    other = PracticeFactory(status="reviewed")
    do(desk, other, "reject", reason="There is nothing about soils in it.")
    other.refresh_from_db()
    assert other.status == Practice.Status.REJECTED


def test_published_sheet_is_reminded_confirmed_archived_and_brought_back(desk):
    practice = PracticeFactory(status="published")
    assert offered(desk, practice) == ["confirm", "tag", "archive"]
    Practice.objects.filter(pk=practice.pk).update(confirmed_at=timezone.now() - timedelta(days=400))
    do(desk, practice, "remind")
    practice.refresh_from_db()
    assert practice.reminded_at
    do(desk, practice, "confirm")
    practice.refresh_from_db()
    assert (practice.is_due, practice.reminded_at) == (False, None)
    do(desk, practice, "archive", reason="It was wrong.")
    assert offered(desk, practice) == ["restore"]
    do(desk, practice, "restore")
    practice.refresh_from_db()
    assert practice.status == Practice.Status.PUBLISHED


def test_sheet_is_read_and_not_written_here(desk, bruno):
    practice = PracticeFactory(author=bruno, status="submitted")
    practice.assign_reviewer(desk_reviewer := PracticeFactory().author, by=None)
    practice.comment("essentials", "How deep?", by=desk_reviewer)
    url = reverse("admin:practices_practice_change", args=[practice.pk])
    page = desk.get(url).content.decode()
    assert "How deep?" in page
    assert practice.desk_url in page
    assert desk.post(url, {"title": "Forged", "status": "published"}).status_code == 403


def test_history_says_who_reviewed(desk, sofia):
    practice = PracticeFactory(status="submitted")
    do(desk, practice, "review")
    history = history_of(practice)
    assert "Reviewed" in {entry.what for entry in history if entry.person == sofia and entry.source == "admin"}
    stored = next(entry for entry in history if entry.address.endswith("/review/"))
    assert [(change.before, change.after) for change in stored.changes] == [("submitted", "reviewed")]
    page = desk.get(reverse("admin:practices_practice_history", args=[practice.pk])).content.decode()
    assert "<del>submitted</del>" in page


# -- Many at once


def test_many_sheets_are_tagged_at_once_and_untagged(desk):
    sheets = [PracticeFactory(status="published") for _number in range(3)]
    draft = PracticeFactory(title="Half moons")
    confirmed = {"_previewed": "4", "_confirmed": "1", "answer": "groups:agroforestry"}
    assert "4 rows" in tick(desk, Practice, "tag", [*sheets, draft]).content.decode()
    page = desk.get(tick(desk, Practice, "tag", [*sheets, draft], **confirmed).url).content.decode()
    assert "Half moons: Only a published datasheet is tagged." in page
    assert "Done for 3." in page
    assert listed(desk, Practice, country="SN") == sheets[::-1]
    assert Tag.objects.filter(question="groups", code="agroforestry").count() == 3
    tick(desk, Practice, "untag", sheets[:2], **confirmed | {"_previewed": "2"})
    assert Tag.objects.get().practice == sheets[2]


def test_forged_answer_tags_nothing(desk):
    sheet = PracticeFactory(status="published")
    confirmed = {"_previewed": "1", "_confirmed": "1"}
    for answer in ("", "groups", "groups:gold", "title:x"):
        assert tick(desk, Practice, "tag", [sheet], **confirmed, answer=answer).status_code == 200
    assert not Tag.objects.exists()


def test_archiving_many_needs_a_reason(desk):
    sheets = [PracticeFactory(status="published") for _number in range(2)]
    confirmed = {"_previewed": "2", "_confirmed": "1"}
    tick(desk, Practice, "archive", sheets, **confirmed, reason="")
    assert not Practice.objects.filter(status="archived").exists()
    tick(desk, Practice, "archive", sheets, **confirmed, reason="A test of the trainees.")
    assert Practice.objects.filter(status="archived").count() == 2


# -- Reviewers


def test_load_of_a_reviewer_counts_what_is_under_review_now(desk, sofia, bruno, fatou):
    late, done = submitted(9), PracticeFactory(status="submitted")
    for practice in (late, done):
        practice.assign_reviewer(bruno, by=sofia)
    late.assign_reviewer(fatou, by=sofia)
    done.review(by=sofia)
    Assignment.objects.filter(content_object=late, user=bruno).update(due_on=in_days(-1))
    rows = listed(desk, Assignment)
    assert {(row.user, row.content_object, row.load) for row in rows} == {
        (bruno, late, 1),
        (bruno, done, 1),
        (fatou, late, 1),
    }
    assert [row.user for row in listed(desk, Assignment, state="overdue")] == [bruno]
    assert {row.user for row in listed(desk, Assignment, state="open")} == {bruno, fatou}
    do(desk, rows[0], "release")
    assert not Assignment.objects.filter(pk=rows[0].pk).exists()


# -- Exports


def test_versions_leave_with_their_codes_and_addresses(desk, sofia):
    practice = PracticeFactory(status="published", title="Mulching", answers=MEASURED)
    practice.tag("climate_zone", "arid", by=sofia)
    PracticeFactory()
    response = desk.post(reverse("admin:practices_version_export"), {"kind": "csv"})
    text = b"".join(response).decode("utf-8-sig")
    row, *others = csv.DictReader(io.StringIO(text))
    assert not others
    assert (row["Code"], row["Number"], row["Title [en]"], row["Countries"]) == (practice.code, "1", "Mulching", "SN")
    assert {"climate_zone:arid", "land_use:cropland_annual"} <= set(row["Codes"].split())
    assert row["Evidence"] == "compared"
    assert practice.code in row["Address"]


def test_queue_is_exported_as_seen(desk, sofia):
    waiting = submitted(40)
    PracticeFactory()
    url = reverse("admin:practices_practice_export") + "?waiting=month"
    header, *rows = csv.reader(io.StringIO(desk.post(url, {"kind": "csv"}).content.decode("utf-8-sig")))
    assert [row[0] for row in rows] == [waiting.code]
    assert rows[0][header.index("Waiting, days")] == "40"
    assert Activity.objects.filter(verb="exported").get().data["rows"] == 1


# -- Vocabularies


def term(vocabulary, code):
    return Term.objects.get(vocabulary__slug=vocabulary, code=code)


WORDS = {"position": 9, "name_en": "Agroforestry", "name_fr": "Agroforesterie", "name_es": "Agrosilvicultura"}


def test_words_are_edited_and_the_code_is_not(desk):
    agroforestry = term("group", "agroforestry")
    url = reverse("admin:practices_term_change", args=[agroforestry.pk])
    assert desk.post(url, WORDS | {"name_es": "Agroforestería", "code": "trees"}).status_code == 302
    agroforestry.refresh_from_db()
    assert (agroforestry.name_es, agroforestry.code, agroforestry.position) == ("Agroforestería", "agroforestry", 9)
    assert Activity.objects.about(agroforestry).first().verb == "edited"


def test_missing_language_is_said(desk):
    url = reverse("admin:practices_term_change", args=[term("group", "agroforestry").pk])
    page = desk.post(url, WORDS | {"name_fr": ""}, follow=True).content.decode()
    assert "Readers of these languages see another one: French." in page
    assert [each.code for each in listed(desk, Term, language="missing")] == ["agroforestry"]
    assert not listed(desk, Vocabulary, language="missing")


def test_term_is_added_to_its_vocabulary_and_can_be_chosen(desk):
    group = Vocabulary.objects.get(slug="group")
    page = desk.get(reverse("admin:practices_vocabulary_change", args=[group.pk])).content.decode()
    url = f"{reverse('admin:practices_term_add')}?vocabulary={group.pk}"
    assert url in page
    desk.post(url, WORDS | {"vocabulary": group.pk, "code": "biochar", "name_en": "Biochar"})
    assert term("group", "biochar").vocabulary == group
    practice = PracticeFactory(answers={"groups": ["biochar"]})
    assert practice.contents["groups"] == ["biochar"]


@pytest.mark.parametrize("code", ["agroforestry", "Bio Char", ""])
def test_wrong_code_is_refused(desk, code):
    group, number = Vocabulary.objects.get(slug="group"), Term.objects.count()
    page = desk.post(reverse("admin:practices_term_add"), WORDS | {"vocabulary": group.pk, "code": code})
    assert page.status_code == 200
    assert Term.objects.count() == number


def test_concept_of_a_term_is_corrected_and_can_be_read(desk):
    agroforestry = term("group", "agroforestry")
    url = reverse("admin:practices_term_change", args=[agroforestry.pk])
    assert 'href="http://aims.fao.org/aos/agrovoc/c_207"' in desk.get(url).content.decode()
    desk.post(url, WORDS | {"agrovoc": "c_331388"})
    agroforestry.refresh_from_db()
    assert agroforestry.agrovoc == "c_331388"
    desk.post(url, WORDS | {"agrovoc": ""})
    agroforestry.refresh_from_db()
    assert agroforestry.agrovoc_url == ""


@pytest.mark.parametrize("number", ["207", "c_xyz", "http://aims.fao.org/aos/agrovoc/c_207", "c_207\n"])
def test_what_is_no_number_of_a_concept_is_refused(desk, number):
    agroforestry = term("group", "agroforestry")
    url = reverse("admin:practices_term_change", args=[agroforestry.pk])
    desk.post(url, WORDS | {"agrovoc": number})
    agroforestry.refresh_from_db()
    assert agroforestry.agrovoc == "c_207"


def test_term_is_retired_and_offered_again(desk):
    biochar = term("group", "agroforestry")
    assert offered(desk, biochar) == ["retire"]
    do(desk, biochar, "retire")
    assert offered(desk, biochar) == ["restore"]
    do(desk, biochar, "restore")
    biochar.refresh_from_db()
    assert not biochar.is_retired


def test_uses_count_each_public_sheet_once(desk):
    answers = {"land_use_before": ["cropland_annual"], "services": {"health": "good"}}
    PracticeFactory(status="published", answers=answers)
    PracticeFactory(status="published")
    PracticeFactory(status="archived")
    PracticeFactory()
    uses = {each.code: each.number_of_uses for each in listed(desk, Term, q="cropland")}
    assert (uses["cropland_annual"], uses["cropland"]) == (2, 2)
    assert {each.number_of_uses for each in listed(desk, Term, q="health") if each.code == "health"} == {1}
    assert {each.number_of_uses for each in listed(desk, Term, q="good") if each.vocabulary.slug == "access"} == {1}
    url = reverse("admin:practices_term_change", args=[term("land-use", "cropland_annual").pk])
    assert "Sheets that use it" in desk.get(url).content.decode()
