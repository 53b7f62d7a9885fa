"""Each mail carries the link that makes it the last of its kind, without signing in."""

import re

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse

from core.models import Activity
from notifications.models import Mail, Notice, NoticeSetting, RoomChoice
from notifications.models.stopping import SALT, token_of
from notifications.tasks import deliver, write_digests
from tests.notifications.mondays import sent


def click(message):
    """One click in her mail program: it has no session and no key of a form."""
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = re.fullmatch(r"<https://platform\.example(/\S+)>", message["List-Unsubscribe"].strip())[1]
    return Client(enforce_csrf_checks=True).post(address, {"List-Unsubscribe": "One-Click"})


def test_one_click_stops_the_weekly_mail_and_nothing_else(sink, reader):
    write_digests()
    [message] = sent(sink, reader)
    for _click in range(2):
        assert click(message).status_code == 200, "no redirect: mail programs do not follow"
    setting = NoticeSetting.objects.get(person=reader)
    assert (setting.digest, setting.news, setting.discussion) == ("none", "never", "never")
    assert (setting.about_me, setting.task) == ("at_once", "at_once")
    assert Activity.objects.about(setting).filter(verb="mails_chosen", actor=reader).count() == 1


def test_rooms_she_had_weekly_are_stopped_with_it(reader, a2):
    RoomChoice.put(reader, {a2.space_id: "weekly"})
    NoticeSetting.stop(reader, "weekly", by=reader)
    assert reader.room_choices.get().rhythm == "never"
    assert NoticeSetting.has_stopped(reader, "weekly")


def test_stopping_the_daily_mail_leaves_the_weekly_one(victor, a2):
    NoticeSetting.choose(victor, by=victor, news="daily", rooms={a2.space_id: "daily"})
    assert not NoticeSetting.has_stopped(victor, "daily")
    NoticeSetting.stop(victor, "daily", by=victor)
    setting = NoticeSetting.of(victor)
    assert (setting.news, setting.discussion, setting.digest) == ("never", "weekly", "weekly")
    assert victor.room_choices.get().rhythm == "never"


def test_a_mail_sent_at_once_stops_its_kind_only(sink, notice_to, victor):
    notice_to(victor)
    deliver()
    [message] = sink.messages
    assert click(message).status_code == 200
    setting = NoticeSetting.of(victor)
    assert (setting.about_me, setting.task, setting.news) == ("never", "at_once", "weekly")
    for part in ("plain", "html"):
        text = message.get_body((part,)).get_content()
        assert "/es/notifications/stop/" in text and "/es/notifications/settings/" in text


def test_afterwards_she_is_still_told_here(sink, notice_to, victor, a2):
    NoticeSetting.stop(victor, "about_me", by=victor)
    with pytest.raises(Mail.DoesNotExist):
        notice_to(victor)
    assert Notice.objects.get(recipient=victor).rhythm == "never"


def test_a_mail_about_the_safety_of_the_account_cannot_be_stopped(sink, victor):
    NoticeSetting.choose(victor, by=victor, **dict.fromkeys(NoticeSetting.KINDS, "never"))
    activity = victor.record("warned_of_silence", by=None, until="2030-01-01")
    Notice.objects.announce(activity.pk)
    deliver()
    [message] = sink.messages
    assert message["List-Unsubscribe"] is None
    assert "/notifications/stop/" not in message.get_body(("plain",)).get_content()


@pytest.mark.parametrize("what", ["weekly", "daily", "news"])
@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_opening_the_link_stops_nothing(client, victor, what, language):
    NoticeSetting.choose(victor, by=victor, library="daily")
    page = client.get(f"/{language}/notifications/stop/{token_of(victor, what)}/")
    assert page.status_code == 200 and "v…@example.org" in page.content.decode()
    assert not NoticeSetting.has_stopped(victor, what)
    assert page["Referrer-Policy"] == "no-referrer"
    client.post(f"/{language}/notifications/stop/{token_of(victor, what)}/")
    assert NoticeSetting.has_stopped(victor, what)


def test_links_of_mails_from_before_there_was_a_choice_stop_the_weekly_one(client, victor):
    token = signing.Signer(salt=SALT).sign_object(victor.pk)
    assert client.post(reverse("notifications:digest-stop", args=[token])).status_code == 200
    assert NoticeSetting.has_stopped(victor, "weekly")


def test_a_forged_link_leads_nowhere(client, victor):
    signer = signing.Signer(salt=SALT)
    forged = [signer.sign_object(said) for said in ([victor.pk, "account"], [victor.pk], ["1", "news"], "news", None)]
    for token in ["x", "1:abc", "..", "MQ:1abc", *forged]:
        address = reverse("notifications:stop", args=[token])
        assert client.get(address).status_code == client.post(address).status_code == 404
    assert not NoticeSetting.objects.exists()


def test_the_link_of_somebody_who_left_leads_nowhere(client, victor):
    address = reverse("notifications:stop", args=[token_of(victor, "news")])
    victor.erase(by=victor)
    assert client.post(address).status_code == 404
    assert not NoticeSetting.objects.exists()


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_the_page_takes_no_other_method(client, victor, method):
    assert getattr(client, method)(reverse("notifications:stop", args=[token_of(victor, "news")])).status_code == 405
