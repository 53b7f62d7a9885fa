"""Who gets the weekly digest is hers to say: on a page of her account, or by one click in her mail program."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from core.models import Activity
from notifications.models import NoticeSetting
from notifications.models.digest import token_of
from notifications.tasks import write_digests
from tests.notifications.mondays import sent


def test_one_click_in_the_mail_program_stops_it(sink, reader):
    write_digests()
    [message] = sent(sink, reader)
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<https://platform\.example(/\S+)>", message["List-Unsubscribe"].strip())[1]
    program = Client(enforce_csrf_checks=True)
    for _click in range(2):
        answer = program.post(address, {"List-Unsubscribe": "One-Click"})
        assert answer.status_code == 200, "no redirect: mail programs do not follow"
    assert NoticeSetting.digest_of(reader) == "none"
    setting = NoticeSetting.objects.get(person=reader)
    assert Activity.objects.about(setting).filter(verb="digest_chosen", actor=reader).count() == 1


def test_opening_the_link_stops_nothing(client, victor):
    page = client.get(reverse("notifications:digest-stop", args=[token_of(victor)]))
    assert page.status_code == 200 and "v…@example.org" in page.content.decode()
    assert NoticeSetting.digest_of(victor) == "weekly"
    assert page["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("token", ["x", "1:abc", "..", "MQ:1abc"])
def test_a_forged_link_leads_nowhere(client, victor, token):
    address = reverse("notifications:digest-stop", args=[token])
    assert client.get(address).status_code == client.post(address).status_code == 404


def test_the_link_of_somebody_who_left_leads_nowhere(client, victor):
    address = reverse("notifications:digest-stop", args=[token_of(victor)])
    victor.erase(by=victor)
    assert client.post(address).status_code == 404
    assert not NoticeSetting.objects.exists()


def test_a_person_chooses_on_her_account_page(client, victor):
    page = reverse("notifications:settings")
    assert client.get(page).status_code == 302
    client.force_login(victor)
    assert client.get(page).context["form"]["digest"].value() == "weekly"
    assert client.post(page, {"digest": "none"}).status_code == 302
    assert client.get(page).context["form"]["digest"].value() == "none"
    assert client.post(page, {"digest": "weekly"}).status_code == 302
    assert NoticeSetting.digest_of(victor) == "weekly"
    assert Activity.objects.filter(verb="digest_chosen").count() == 2


@pytest.mark.parametrize("typed", [{}, {"digest": ""}, {"digest": "daily"}, {"digest": ["none", "daily"]}])
def test_another_choice_is_refused_beside_the_field(client, victor, typed):
    client.force_login(victor)
    answer = client.post(reverse("notifications:settings"), typed)
    assert answer.status_code == 200 and answer.context["form"].errors["digest"]
    assert not NoticeSetting.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_pages_of_the_digest_take_no_other_method(client, victor, method):
    client.force_login(victor)
    assert getattr(client, method)(reverse("notifications:settings")).status_code == 405
    stop = reverse("notifications:digest-stop", args=[token_of(victor)])
    assert getattr(client, method)(stop).status_code == 405
