"""A question from outside: confirmed, answered, perhaps published; and forgotten in time."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.retention import forget_what_is_old
from core.models import Activity
from notifications.models import Mail, Notice
from taskforces.models import Enquiry, TaskForce
from taskforces.reminding import remind_of_enquiries
from tests.factories import UserFactory
from tests.factories.enquiries import EnquiryFactory

pytestmark = pytest.mark.django_db


def hears(verb):
    """{who: as what} of the newest activity of this verb; addresses of letters beside people."""
    activity = Activity.objects.filter(verb=verb).first()
    Notice.objects.announce(activity.pk)
    people = {notice.recipient: notice.audience for notice in Notice.objects.filter(activity=activity)}
    return people | {mail.email: mail.audience for mail in Mail.objects.filter(activity=activity)}


def age(enquiry, **moments):
    """Move moments of `enquiry` back by so many days."""
    now = timezone.now()
    Enquiry.objects.filter(pk=enquiry.pk).update(
        **{name: now - timedelta(days=days, hours=1) for name, days in moments.items()}
    )


def test_nobody_sees_a_visitors_question_before_the_address_is_confirmed(amina, sofia):
    enquiry = EnquiryFactory()
    assert hears("asked") == {"wendy@outside.example": "visitor"}
    for person in (amina, sofia):
        assert not Enquiry.objects.visible_to(person).exists()
    enquiry.confirm()
    enquiry.confirm()
    assert hears("confirmed") == {amina: "leader"}
    assert Activity.objects.filter(verb="confirmed").count() == 1
    for person in (amina, sofia):
        assert Enquiry.objects.visible_to(person).get() == enquiry


def test_who_is_signed_in_asks_at_once_and_hears_in_the_platform(amina, victor):
    enquiry = EnquiryFactory(person=victor)
    assert hears("asked") == {amina: "leader"}
    enquiry.reply("Gliricidia.", language="fr", by=amina)
    assert hears("answered") == {victor: "asker"}
    assert Enquiry.objects.visible_to(victor).get().answer == "Gliricidia."


def test_secretariat_hears_where_nobody_leads_and_after_two_weeks(sofia, amina):
    nobodys = TaskForce.objects.get(objective__code="B1")
    EnquiryFactory(task_force=nobodys, confirmed=True)
    assert hears("confirmed") == {sofia: "leader"}
    waiting = EnquiryFactory(confirmed=True, email="other@outside.example")
    assert waiting not in Enquiry.objects.for_secretariat()
    age(waiting, confirmed_at=14)
    remind_of_enquiries()
    remind_of_enquiries()
    assert hears("reminded") == {sofia: "secretariat"}
    assert Activity.objects.filter(verb="reminded").count() == 1
    assert waiting in Enquiry.objects.for_secretariat()


def test_visitor_gets_the_answer_as_a_letter_in_her_language(amina):
    enquiry = EnquiryFactory(confirmed=True, language="es")
    enquiry.save_draft("Gliri…", by=amina)
    assert Enquiry.objects.get().draft == "Gliri…"
    enquiry.reply("Gliricidia.", language="fr", by=amina)
    assert hears("answered") == {"wendy@outside.example": "visitor"}
    mail = Mail.objects.get(activity__verb="answered")
    assert mail.language == "es" and "Gliricidia" in mail.compose().body
    assert Enquiry.objects.get().draft == ""


def test_leader_and_deputy_do_not_lose_each_others_drafts(client, amina):
    enquiry = EnquiryFactory(confirmed=True)
    client.force_login(amina)
    url = f"/en/task-forces/a2/questions/{enquiry.pk}/reply/"
    seen = client.get(enquiry.get_absolute_url()).context["reply_form"]["seen"].value()
    enquiry.save_draft("Forty lines of the deputy.", by=amina)
    typed = {"text": "Two of mine.", "language": "en", "save": "1", "seen": seen}
    page = client.post(url, typed)
    html = page.content.decode()
    assert "Somebody else has saved a draft" in html and "Forty lines of the deputy." in html
    assert page.context["reply_form"]["text"].value() == "Two of mine."
    enquiry.refresh_from_db()
    assert enquiry.draft == "Forty lines of the deputy."
    assert client.post(url, typed | {"seen": page.context["reply_form"]["seen"].value()}).status_code == 302
    assert client.post(url, typed | {"text": "nul\0", "seen": ""}).status_code == 200
    enquiry.refresh_from_db()
    assert enquiry.draft == "Two of mine."


def test_what_was_typed_is_not_lost_when_somebody_else_was_faster(client, amina, sofia):
    enquiry = EnquiryFactory(confirmed=True)
    enquiry.reply("Sofia was first.", language="en", by=sofia)
    client.force_login(amina)
    late = {"text": "My long answer.", "language": "en"}
    page = client.post(f"/en/task-forces/a2/questions/{enquiry.pk}/reply/", late).content.decode()
    assert "Sofia was first." in page and "My long answer." in page


def test_asker_is_not_told_that_her_question_was_taken_for_advertising(client, amina, victor):
    enquiry = EnquiryFactory(person=victor)
    enquiry.set_aside("spam", reason="Sells fertiliser.", by=amina)
    client.force_login(victor)
    page = client.get(enquiry.get_absolute_url()).content.decode()
    assert "Your question has been set aside." in page
    assert "Sells fertiliser" not in page and "advertising" not in page and "Amina" not in page


def test_second_one_hears_who_was_first(amina, sofia):
    enquiry = EnquiryFactory(confirmed=True)
    mine = Enquiry.objects.get()
    enquiry.reply("Yes.", language="en", by=amina)
    for verb in (lambda: mine.reply("No.", language="en", by=sofia), lambda: mine.set_aside("scope", by=sofia)):
        with pytest.raises(ValidationError, match="Amina Diallo was faster"):
            verb()


def test_answer_is_published_only_if_the_asker_agreed(amina):
    silent = EnquiryFactory(confirmed=True, may_be_published=False, shows_name=True)
    assert not silent.shows_name
    silent.reply("Yes.", language="en", publish=True, by=amina)
    assert not Enquiry.objects.published().exists()
    with pytest.raises(ValidationError, match="agreed"):
        silent.publish(by=amina)
    with pytest.raises(IntegrityError), transaction.atomic():
        Enquiry.objects.update(published_at=timezone.now())
    agreed = EnquiryFactory(confirmed=True, email="a@outside.example")
    agreed.reply("Yes.", language="en", publish=True, by=amina)
    assert list(Enquiry.objects.published()) == [agreed]
    assert agreed.public_name == ""
    agreed.unpublish(by=amina)
    agreed.unpublish(by=amina)
    assert not Enquiry.objects.published().exists()
    agreed.publish(by=amina)
    assert Activity.objects.about(agreed).filter(verb="unpublished").count() == 1


@pytest.mark.parametrize(("why", "told"), [("spam", {}), ("scope", {"wendy@outside.example": "visitor"})])
def test_what_is_set_aside_is_explained_unless_it_was_advertising(amina, why, told):
    enquiry = EnquiryFactory(confirmed=True)
    with pytest.raises(ValidationError):
        enquiry.set_aside("", by=amina)
    enquiry.set_aside(why, "Ask A3.", by=amina)
    assert hears("set_aside") == told


def test_nobody_floods_an_address_nor_a_task_force(victor):
    for _each in range(3):
        EnquiryFactory()
    with pytest.raises(ValidationError, match="mails within a day"):
        EnquiryFactory()
    for _each in range(5):
        EnquiryFactory(person=victor)
    with pytest.raises(ValidationError, match="questions within a day"):
        EnquiryFactory(person=victor)


def test_form_sent_twice_asks_once():
    key = "2f8a5a52-0000-4000-8000-000000000001"
    assert EnquiryFactory(key=key) == EnquiryFactory(key=key)
    assert EnquiryFactory(key=key, email="else@outside.example").pk != EnquiryFactory(key=key).pk


def test_unconfirmed_questions_go_after_a_week():
    old, young = EnquiryFactory(), EnquiryFactory()
    age(old, created_at=7)
    forget_what_is_old()
    assert list(Enquiry.objects.all()) == [young]


@pytest.mark.parametrize(
    ("answered", "moments", "is_gone"),
    [
        (False, {"confirmed_at": 300}, False),
        (False, {"confirmed_at": 365}, True),
        (True, {"closed_at": 29}, False),
        (True, {"closed_at": 30}, True),
    ],
)
def test_addresses_of_visitors_go(amina, answered, moments, is_gone):
    enquiry = EnquiryFactory(confirmed=True)
    if answered:
        enquiry.reply("Yes.", language="en", publish=True, by=amina)
    age(enquiry, **moments)
    forget_what_is_old()
    enquiry.refresh_from_db()
    assert (enquiry.email == "", enquiry.name == "") == (is_gone, is_gone)
    assert enquiry.question


def test_name_that_may_be_shown_stays_beside_a_published_answer(amina):
    enquiry = EnquiryFactory(confirmed=True, shows_name=True)
    enquiry.reply("Yes.", language="en", publish=True, by=amina)
    age(enquiry, closed_at=40)
    forget_what_is_old()
    enquiry.refresh_from_db()
    assert (enquiry.email, enquiry.public_name) == ("", "Wendy Outside")


def test_person_takes_her_questions_along_and_is_forgotten(amina):
    person = UserFactory(name="Gone Soon")
    open_one, published = EnquiryFactory(person=person), EnquiryFactory(person=person, shows_name=True)
    published.reply("Yes, gladly.", language="en", publish=True, by=amina)
    told = person.personal_data()["questions_to_task_forces"]
    assert {row["answer"] for row in told} == {"", "Yes, gladly."}
    person.erase(by=person)
    assert not Enquiry.objects.filter(pk=open_one.pk).exists()
    published.refresh_from_db()
    assert (published.person, published.public_name, published.is_published) == (None, "", True)
