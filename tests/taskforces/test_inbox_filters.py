"""The inbox narrowed by its address, taken along as a spreadsheet, and several people accepted at once."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from core.models import Activity
from taskforces.models import Application, JoiningForm, Role, TaskForce
from tests.factories import PASSWORD, ApplicationFactory, UserFactory, partner_person
from tests.taskforces.questions import own_form

INBOX = reverse("taskforces:applications", args=["a2"])
SEVERAL = reverse("taskforces:accept-several", args=["a2"])
EXPORT = reverse("taskforces:applications-export", args=["a2"])


def sign_in(client, person):
    client.force_login(person)
    client.post("/en/account/reauthenticate/", {"password": PASSWORD})
    return client


@pytest.fixture
def leader(client, amina):
    """A browser in which Amina, leader of A2, has just given her password."""
    return sign_in(client, amina)


def asking(name, country="FR", days=0, **fields):
    person = UserFactory(name=name, country_id=country)
    return ApplicationFactory(person=person, submitted_at=timezone.now() - timedelta(days=days, hours=1), **fields)


def names(client, **query):
    response = client.get(INBOX, query)
    assert response.status_code == 200
    return [application.person.name for application in response.context["applications"]]


# -- Filters


def test_list_is_narrowed_by_state_role_region_days_and_words(leader, amina):
    asking("Old Otto", "DE", 40)
    asking("Kenyan Kim", "KE", 3, answers={"motivation": "Mangroves é 100 %"})
    asking("Asked Ada", "FR", 2).ask("Why?", by=amina)
    asking("Declined Dora", "FR", 5).decline(reason="Full", by=amina)
    ApplicationFactory(person=partner_person(name="Leading Lea"), role=Role.LEADER)
    assert names(leader) == ["Old Otto", "Kenyan Kim", "Asked Ada", "Leading Lea"]
    assert names(leader, state="asked") == ["Asked Ada"]
    assert names(leader, state="decided") == ["Declined Dora"]
    assert len(names(leader, state="all")) == 5
    assert names(leader, role="leader") == ["Leading Lea"]
    assert names(leader, region="africa") == ["Kenyan Kim"]
    month = (timezone.now() - timedelta(days=30)).date().isoformat()
    assert "Old Otto" not in names(leader, since=month)
    assert names(leader, until=month) == ["Old Otto"]
    assert names(leader, q="mangroves é 100 %") == ["Kenyan Kim"]
    assert names(leader, q="OTTO") == ["Old Otto"]
    assert names(leader, q="motivation") == [], "the keys of the answers are no words of theirs"
    assert names(leader, q="otto", state="declined") == []


def test_what_is_wrong_in_the_address_narrows_nothing_and_is_said(leader):
    asking("Otto")
    wrong = {"state": "king", "role": "king", "region": "moon", "since": "soon", "until": "9" * 500, "q": "x" * 101}
    for name, value in wrong.items():
        assert names(leader, **{name: value}) == ["Otto"]
        assert list(leader.get(INBOX, {name: value}).context["filter"].errors) == [name]


def test_pages_keep_the_filters(leader):
    for number in range(21):
        asking(f"Person {number}", "KE")
    html = leader.get(INBOX, {"region": "africa"}).content.decode()
    assert "region=africa&amp;page=2" in html or "?region=africa&page=2" in html
    assert "21 requests fit" in html
    assert "No request fits" in leader.get(INBOX, {"q": "nobody"}).content.decode()


# -- Several at once


def test_several_are_accepted_after_a_preview_that_names_who_cannot_be(leader, a2, bruno, sofia):
    good = [asking("Gina"), asking("Hugo")]
    candidate = ApplicationFactory(person=bruno, role=Role.LEADER)
    decided = asking("Dora")
    decided.decline(reason="Full", by=sofia)
    seated = asking("Sam")
    a2.seat(seated.person, Role.MEMBER, by=None)
    picks = [each.pk for each in (*good, candidate, decided, seated)]
    html = leader.get(SEVERAL, {"pick": [*picks, "0", "x", "9" * 60]}).content.decode()
    assert "Accept 2 people as team members?" in html
    for words in ("nominated by the secretariat", "Sofia Lindqvist has already decided", "already has a seat",
                  "3 of the requests you ticked are not here"):  # fmt: skip
        assert words in html
    assert not a2.seats.filter(person=good[0].person).exists()
    html = leader.post(SEVERAL, {"pick": picks}, follow=True).content.decode()
    assert "2 people were accepted" in html
    assert "Dora was not accepted" in html and "Sofia Lindqvist has already decided" in html
    for application in good:
        assert Activity.objects.about(application).filter(verb="accepted").count() == 1
        assert a2.seats.open().filter(person=application.person).exists()
    html = leader.post(SEVERAL, {"pick": picks[:2]}, follow=True).content.decode()
    assert "Amina Diallo has already decided" in html


def test_nothing_ticked_leads_back(leader):
    response = leader.get(SEVERAL, follow=True)
    assert "Tick the requests" in response.content.decode()
    assert leader.post(SEVERAL, {"pick": ["0", "²", "٣"]}, follow=True).status_code == 200


def test_each_accepts_only_what_is_hers_to_decide(client, leader, amina, fatou, victor):
    elsewhere = ApplicationFactory(person=victor, task_force=TaskForce.objects.get(objective__code="A3"))
    own = ApplicationFactory(person=amina)
    leader.post(SEVERAL, {"pick": [elsewhere.pk, own.pk]})
    near, far = asking("Kim", "KE"), asking("Otto", "DE")
    sign_in(client, fatou).post(SEVERAL, {"pick": [near.pk, far.pk]})
    statuses = [Application.objects.get(pk=each.pk).status for each in (elsewhere, own, near, far)]
    assert statuses == ["submitted", "submitted", "accepted", "submitted"]
    assert client.get(reverse("taskforces:accept-several", args=["a3"]), {"pick": elsewhere.pk}).status_code == 403


def test_ticks_are_offered_where_there_is_more_than_one_to_accept(leader):
    asking("Gina")
    assert 'name="pick"' not in leader.get(INBOX).content.decode()
    asking("Hugo")
    assert leader.get(INBOX).content.decode().count('name="pick"') == 2


def test_preview_asks_the_same_number_of_questions_for_few_and_many(leader, django_assert_max_num_queries):
    numbers = []
    for more in (2, 20):
        picks = [asking(f"Person {number}").pk for number in range(more)]
        leader.get(SEVERAL, {"pick": picks})
        with django_assert_max_num_queries(12) as queries:
            leader.get(SEVERAL, {"pick": picks})
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


# -- Export


def lines_of(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig"))))


def test_list_is_taken_along_as_seen_with_the_questions_as_they_were_asked(leader, a2, amina):
    first = own_form(a2, by=amina)
    answers = {"choice": "c_lab", "choices": ["c_lab", "c_field"], "short_text": "=1+1"}
    asking("Gina", "KE", 2, form=first, answers=answers)
    draft = JoiningForm.objects.draft(a2, by=amina)
    draft.change_question("short_text", {"label_en": "Your village?"}, by=amina)
    draft.publish(by=amina)
    asking("Hugo", "KE", 1, form=draft, answers={"short_text": "Nyeri"})
    asking("Otto", "DE")
    assert "Take 2 requests along" in leader.get(EXPORT, {"region": "africa"}).content.decode()
    header, *lines = lines_of(leader.post(f"{EXPORT}?region=africa", {"kind": "csv"}))
    lines = [dict(zip(header, line, strict=True)) for line in lines]
    assert [line["Person"] for line in lines] == ["Gina", "Hugo"]
    assert lines[0]["Your town?"] == "'=1+1" and lines[0]["Your village?"] == ""
    assert lines[1]["Your village?"] == "Nyeri" and lines[1]["Your town?"] == ""
    assert lines[0]["What can you offer?"] == "Laboratory\nField"
    assert "E-mail address" not in header
    activity = Activity.objects.get(verb="exported")
    assert activity.actor == amina
    assert activity.data["rows"] == 2 and activity.data["filters"] == "region=africa"
    assert activity.data["task_force"] == "A2" and "answers" in activity.data["personal"]


def test_workbook_holds_text_and_no_formula(leader):
    asking("=HYPERLINK(1)", answers={"motivation": "+1"})
    sheet = load_workbook(io.BytesIO(leader.post(EXPORT, {"kind": "xlsx"}).content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value} <= {"s", "d"}


def test_addresses_go_along_only_with_those_who_may_see_people(client, sofia, victor):
    ApplicationFactory(person=victor)
    header, line = lines_of(sign_in(client, sofia).post(EXPORT, {"kind": "csv"}))
    assert dict(zip(header, line, strict=True))["E-mail address"] == "victor@example.org"


def test_representative_takes_her_region_along_and_nobody_takes_what_is_not_theirs(client, leader, fatou, victor):
    asking("Kim", "KE"), asking("Otto", "DE")
    assert leader.post(reverse("taskforces:applications-export", args=["a3"]), {"kind": "csv"}).status_code == 403
    _header, line = lines_of(sign_in(client, fatou).post(EXPORT, {"kind": "csv"}))
    assert line[0] == "Kim"
    assert sign_in(client, victor).post(EXPORT, {"kind": "csv"}).status_code == 403


def test_password_is_asked_again_and_other_kinds_are_refused(client, amina, leader):
    assert leader.post(EXPORT, {"kind": "exe"}).status_code == 400
    client.logout()
    client.force_login(amina)
    assert "reauthenticate" in client.get(EXPORT).url
    assert "reauthenticate" in client.post(EXPORT, {"kind": "csv"}).url
    assert not Activity.objects.filter(verb="exported").exists()


def test_export_asks_the_same_number_of_questions_for_few_and_many(leader, django_assert_max_num_queries):
    numbers = []
    for more in (2, 20):
        for number in range(more):
            asking(f"Person {number}")
        leader.post(EXPORT, {"kind": "csv"})
        with django_assert_max_num_queries(20) as queries:
            leader.post(EXPORT, {"kind": "csv"})
        numbers.append(len(queries))
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(leader, method):
    for path in (INBOX, SEVERAL, EXPORT):
        assert getattr(leader, method)(path).status_code == 405
