"""Asking a task force from outside, and answering, through the doors people use."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.urls import reverse

from core.models import Activity
from notifications.models import Notice
from notifications.tasks import deliver
from taskforces.models import Enquiry
from tests.factories.enquiries import EnquiryFactory

pytestmark = pytest.mark.django_db

ASK = "/en/task-forces/a2/questions/ask/"
QUESTIONS = "/en/task-forces/a2/questions/"


@pytest.fixture(autouse=True)
def no_limits_left_over():
    cache.clear()


def typed(**more):
    visitor = {"name": "Wendy Outside", "email": "wendy@outside.example", "organisation": "A school"}
    return visitor | {"question": "Which trees grow beside maize?", "language": "en"} | more


def page_of(client, url, status=200):
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


def sent_mails():
    for activity in Activity.objects.unannounced():
        Notice.objects.announce(activity.pk)
    deliver()
    return mail.outbox


def test_visitor_asks_confirms_and_is_answered(client, amina):
    assert ASK in page_of(client, "/en/task-forces/a2/")
    told = client.post(ASK, typed(may_be_published="on"), follow=True).content.decode()
    assert "we have written to your address" in told
    enquiry = Enquiry.objects.get()
    assert (enquiry.status, enquiry.person) == ("unconfirmed", None)
    [letter] = [each for each in sent_mails() if "wendy@outside.example" in each.to[0]]
    link = re.search(r"https://platform.example(/en/task-forces/questions/\S+/)", letter.body).group(1)
    assert "Is this your question?" in page_of(client, link)
    assert Enquiry.objects.get().status == "unconfirmed"  # opening it does nothing
    client.post(link)
    assert Enquiry.objects.get().status == "waiting"
    assert "link works once" in page_of(client, link, status=410)
    client.force_login(amina)
    page = page_of(client, enquiry.get_absolute_url())
    assert "Wendy Outside" in page and "A school" in page and "wendy@outside" not in page
    client.post(reverse("taskforces:enquiry-reply", args=["a2", enquiry.pk]), {"text": "Gliri", "save": "1"})
    assert "Gliri</textarea>" in page_of(client, enquiry.get_absolute_url())
    answer = {"text": "Gliricidia.", "language": "en", "publish": "on"}
    client.post(reverse("taskforces:enquiry-reply", args=["a2", enquiry.pk]), answer)
    assert "Gliricidia." in sent_mails()[-1].body
    client.logout()
    page = page_of(client, QUESTIONS)
    assert "Gliricidia." in page and "Wendy" not in page and "Amina" not in page


def test_forged_and_dead_links(client):
    enquiry = EnquiryFactory()
    link = enquiry.confirm_path
    assert client.get("/en/task-forces/questions/nonsense/").status_code == 404
    assert client.post(f"{link[:-5]}xxxx/").status_code == 404
    assert client.put(link).status_code == 405
    enquiry.delete()
    assert client.post(link).status_code == 404


def test_program_that_fills_everything_is_thanked_and_forgotten(client):
    assert client.post(ASK, typed(website="https://spam.example")).status_code == 302
    assert not Enquiry.objects.exists()


def test_bad_input_keeps_what_was_typed(client):
    page = client.post(ASK, typed(email="nowhere", language="xx", question="Hedges?" * 600))
    assert page.status_code == 200
    assert {"email", "language", "question"} == page.context["form"].errors.keys()
    assert "Wendy Outside" in page.content.decode()


def test_one_place_does_not_flood_the_house(client):
    for number in range(10):
        assert client.post(ASK, typed(email=f"w{number}@outside.example")).status_code == 302
    refused = client.post(ASK, typed(email="w11@outside.example"))
    assert refused.status_code == 200 and "too often" in refused.content.decode()


def test_who_is_signed_in_gives_no_address(client, victor, amina):
    client.force_login(victor)
    assert "Your e-mail address" not in page_of(client, ASK)
    client.post(ASK, typed(email="other@outside.example", person=amina.pk))
    enquiry = Enquiry.objects.get()
    assert (enquiry.person, enquiry.email, enquiry.name, enquiry.status) == (victor, "", "", "waiting")
    assert "It waits for an answer" in page_of(client, enquiry.get_absolute_url())


def test_others_see_nothing(client, victor, bruno, fatou):
    enquiry = EnquiryFactory(confirmed=True)
    for person in (None, victor, bruno, fatou):
        client.force_login(person) if person else client.logout()
        for name in ("enquiry", "enquiry-reply", "enquiry-set-aside"):
            status = client.get(reverse(f"taskforces:{name}", args=["a2", enquiry.pk])).status_code
            assert status == (404 if person else 302)
        assert client.get(reverse("taskforces:enquiries", args=["a2"])).status_code == (403 if person else 302)
        assert "Which trees" not in page_of(client, QUESTIONS)


def test_asker_reads_and_does_not_answer(client, victor):
    enquiry = EnquiryFactory(person=victor)
    client.force_login(victor)
    assert client.get(reverse("taskforces:enquiry-reply", args=["a2", enquiry.pk])).status_code == 403
    assert client.post(reverse("taskforces:enquiry-publish", args=["a2", enquiry.pk])).status_code == 403


def test_leader_finds_what_waits_and_sets_aside(client, amina):
    enquiry = EnquiryFactory(confirmed=True)
    client.force_login(amina)
    received = reverse("taskforces:enquiries", args=["a2"])
    assert enquiry.get_absolute_url() in page_of(client, received)
    assert "Answer a question from outside" in page_of(client, reverse("home:duties"))
    url = reverse("taskforces:enquiry-set-aside", args=["a2", enquiry.pk])
    assert client.post(url, {"why": "mood"}).context["form"].errors["why"]
    client.post(url, {"why": "scope", "reason": "Ask A3."})
    assert "No question waits" in page_of(client, received)
    assert enquiry.get_absolute_url() in page_of(client, f"{received}?show=closed")
    assert "Ask A3." in page_of(client, enquiry.get_absolute_url())
    late = client.post(reverse("taskforces:enquiry-reply", args=["a2", enquiry.pk]), {"text": "X", "language": "en"})
    assert late.status_code == 200 and "does not wait" in late.content.decode()


def test_answer_comes_off_the_page_and_back(client, amina):
    enquiry = EnquiryFactory(confirmed=True, shows_name=True)
    enquiry.reply("Gliricidia.", language="en", publish=True, by=amina)
    assert "Wendy Outside" in page_of(client, QUESTIONS)
    client.force_login(amina)
    for name, shown in (("unpublish", False), ("publish", True)):
        client.post(reverse(f"taskforces:enquiry-{name}", args=["a2", enquiry.pk]))
        assert ("Gliricidia." in page_of(client, QUESTIONS)) == shown


def test_queries_do_not_grow(client, amina, django_assert_max_num_queries):
    urls = (QUESTIONS, reverse("taskforces:enquiries", args=["a2"]))

    def ask(number):
        for each in range(number):
            enquiry = EnquiryFactory(confirmed=True, email=f"a{Enquiry.objects.count()}@outside.example")
            EnquiryFactory(confirmed=True, email=f"b{each}{enquiry.pk}@outside.example")
            enquiry.reply("Yes.", language="en", publish=True, by=amina)

    ask(1)
    client.force_login(amina)
    for url in urls:
        page_of(client, url)
    few = {}
    for url in urls:
        with django_assert_max_num_queries(9) as counted:
            page_of(client, url)
        few[url] = len(counted)
    ask(4)
    for url in urls:
        with django_assert_max_num_queries(few[url]):
            page_of(client, url)
