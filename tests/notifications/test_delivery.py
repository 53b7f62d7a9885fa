"""From what happened to the mail in somebody's box, over a real SMTP conversation."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone, translation

from accounts.models import User
from core.models import Activity
from notifications.models import Mail, Notice
from notifications.models.mail import PAUSES
from notifications.tasks import announce, deliver, sweep
from tests.factories import ApplicationFactory, UserFactory

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def test_mail_arrives_as_text_and_html(sink, notice_to, victor):
    mail = notice_to(victor)
    deliver()
    [message] = sink.messages
    assert sink.recipients == [["victor@example.org"]]
    assert message["To"] == "victor@example.org"
    assert message["Subject"]
    assert message["Message-ID"] == mail.message_id == f"<notice-{mail.notice_id}@platform.example>"
    assert message["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    address = f"https://platform.example/es/notifications/{mail.notice_id}/"
    assert all(address in part.get_content() for part in message.iter_parts())
    mail.refresh_from_db()
    assert (mail.status, mail.attempts, mail.error) == (Mail.Status.SENT, 1, "")


def test_mail_calls_no_other_host_and_counts_no_opening(sink, notice_to, victor):
    notice_to(victor)
    deliver()
    html = sink.messages[0].get_body(("html",)).get_content()
    assert "<img" not in html and "<script" not in html and "url(" not in html
    assert html.count("http") == html.count("https://platform.example/")


def test_mail_is_in_the_recipients_language_not_the_actors(
    sink, amina, victor, cast, django_capture_on_commit_callbacks
):
    application = ApplicationFactory(person=victor)
    with translation.override("fr"), django_capture_on_commit_callbacks(execute=True):
        application.decline(reason="Un autre groupe vous conviendra mieux.", by=amina)
    [message] = [one for one in sink.messages if one["To"] == "victor@example.org"]
    assert 'lang="es"' in message.get_body(("html",)).get_content()
    assert "Un autre groupe vous conviendra mieux." in message.get_body(("plain",)).get_content()


def test_a_name_cannot_write_headers(sink, notice_to, victor):
    sly = UserFactory(name="Sly\r\nBcc: everybody@example.org\r\n\r\nBuy now")
    notice_to(victor, actor=sly)
    deliver()
    [message] = sink.messages
    assert message["Bcc"] is None
    assert sink.recipients == [["victor@example.org"]]


def test_a_name_cannot_write_the_subject(sink, amina, victor, django_capture_on_commit_callbacks):
    User.objects.filter(pk=victor.pk).update(name="Sly\r\nBcc: everybody@example.org")
    victor.refresh_from_db()
    application = ApplicationFactory(person=victor)
    with django_capture_on_commit_callbacks(execute=True):
        application.record("submitted", by=victor, role="member")
    [message] = [one for one in sink.messages if one["To"] == "amina@example.org"]
    assert "Sly Bcc: everybody@example.org" in message["Subject"]
    assert message["Bcc"] is None


def test_refused_mail_waits_and_is_retried_with_growing_pauses(sink, notice_to, victor):
    sink.refuses = True
    with time_machine.travel(NOON, tick=False) as clock:
        mail = notice_to(victor)
        for number, pause in enumerate([*PAUSES, PAUSES[-1]], start=1):
            deliver()
            mail.refresh_from_db()
            assert (mail.status, mail.attempts) == (Mail.Status.WAITING, number)
            assert mail.due_at == timezone.now() + timedelta(seconds=pause)
            assert "451" in mail.error
            deliver()  # not due yet: nothing is tried
            mail.refresh_from_db()
            assert mail.attempts == number
            clock.shift(timedelta(seconds=pause))
        sink.refuses = False
        deliver()
    mail.refresh_from_db()
    assert mail.status == Mail.Status.SENT
    assert len(sink.messages) == 1


def test_mail_refused_for_a_day_has_failed(sink, notice_to, victor, sofia):
    sink.refuses = True
    with time_machine.travel(NOON, tick=False) as clock:
        mail = notice_to(victor)
        deliver()
        clock.shift(timedelta(hours=24, minutes=1))
        deliver()
    mail.refresh_from_db()
    assert mail.status == Mail.Status.FAILED
    assert list(Mail.objects.unsettled()) == [mail]
    mail.settle(arrived=False, by=sofia)
    sink.refuses = False
    deliver()
    mail.refresh_from_db()
    assert mail.status == Mail.Status.SENT


def test_relay_that_is_away_is_not_hammered(settings, notice_to):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    mails = [notice_to(UserFactory()) for _number in range(5)]
    deliver()
    assert sorted(Mail.objects.get(pk=mail.pk).attempts for mail in mails) == [0, 0, 1, 1, 1]
    assert Mail.objects.due().count() == 2


def test_many_mails_leave_on_one_connection(sink, notice_to):
    for _number in range(3):
        notice_to(UserFactory())
    deliver()
    assert len(sink.messages) == 3
    assert sink.connections == 1


def test_after_a_refusal_the_others_still_leave(sink, notice_to, victor, monkeypatch):
    broken, fine = notice_to(UserFactory()), notice_to(victor)
    Notice.objects.filter(pk=broken.notice_id).update(audience="nobody")  # has no words
    deliver()
    broken.refresh_from_db()
    fine.refresh_from_db()
    assert broken.status == Mail.Status.WAITING and "TemplateDoesNotExist" in broken.error
    assert fine.status == Mail.Status.SENT


def test_nothing_is_sent_to_an_account_that_was_closed_meanwhile(sink, notice_to, victor):
    mail = notice_to(victor)
    User.objects.filter(pk=victor.pk).update(is_active=False)
    deliver()
    mail.refresh_from_db()
    assert mail.status == Mail.Status.DROPPED
    assert sink.messages == []


def test_mail_goes_to_the_address_of_that_moment(sink, notice_to, victor):
    notice_to(victor)
    User.objects.filter(pk=victor.pk).update(email="victor@new.example", language="fr")
    deliver()
    assert sink.messages[0]["To"] == "victor@new.example"
    assert 'lang="fr"' in sink.messages[0].get_body(("html",)).get_content()


def test_erasing_somebody_while_the_mail_is_on_its_way_breaks_nothing(sink, notice_to, victor):
    notice_to(victor)
    mail = Mail.objects.claim()
    User.objects.get(pk=victor.pk).erase(by=None)
    mail._become(Mail.Status.SENT, sent_at=timezone.now())
    assert not Mail.objects.filter(pk=mail.pk).exists()


def test_announcing_twice_makes_one_notice_and_one_mail(sink, amina, victor):
    application = ApplicationFactory(person=victor)
    with transaction.atomic():
        activity = application.record("submitted", by=victor, role="member")
    announce(activity.pk)
    announce(activity.pk)
    Activity.objects.filter(pk=activity.pk)
    assert Notice.objects.filter(activity=activity, recipient=amina).count() == 1
    assert len([one for one in sink.messages if one["To"] == "amina@example.org"]) == 1


def test_sweep_announces_what_no_bell_rang_for(sink, amina, victor):
    activity = ApplicationFactory(person=victor).record("accepted", by=amina)
    assert activity in Activity.objects.unannounced()
    sweep()
    assert activity not in Activity.objects.unannounced()
    assert [one["To"] for one in sink.messages if "A2" in one["Subject"]].count("victor@example.org") == 1
    sweep()
    assert Notice.objects.filter(activity=activity).count() == 1


def test_one_activity_nobody_can_be_told_of_does_not_silence_the_others(sink, amina, victor, monkeypatch):
    from core import announcing

    def breaks(activity):
        raise RuntimeError("a mistake of ours")
        yield

    monkeypatch.setitem(announcing._registry, "taskforces.taskforce.opened", breaks)
    application = ApplicationFactory(person=victor)
    broken = application.task_force.record("opened", by=None)
    fine = application.record("accepted", by=amina)
    sweep()
    assert Notice.objects.filter(activity=fine, recipient=victor).exists()
    assert broken in Activity.objects.unannounced()


def test_what_a_killed_process_left_behind_is_unsure_and_not_sent_again(sink, notice_to, victor):
    with time_machine.travel(NOON, tick=False) as clock:
        mail = notice_to(victor)
        assert Mail.objects.claim() == mail  # and the process ends here
        clock.shift(timedelta(minutes=4))
        sweep()
        mail.refresh_from_db()
        assert mail.status == Mail.Status.SENDING
        clock.shift(timedelta(minutes=2))
        sweep()
    mail.refresh_from_db()
    assert mail.status == Mail.Status.UNSURE
    assert sink.messages == []


def test_settling_leaves_a_trace(notice_to, victor, sofia):
    mail = notice_to(victor)
    Mail.objects.filter(pk=mail.pk).update(status=Mail.Status.UNSURE)
    mail.settle(arrived=True, by=sofia)
    mail.refresh_from_db()
    assert mail.status == Mail.Status.SENT
    assert Activity.objects.about(mail).get().verb == "settled"


def test_nobody_hears_of_what_she_did_herself(sink, amina, django_capture_on_commit_callbacks, a2):
    with django_capture_on_commit_callbacks(execute=True):
        a2.seats.get(person=amina).end(by=amina)
    assert not Notice.objects.filter(recipient=amina, activity__verb="ended").exists()


@pytest.mark.parametrize("verb", ["accepted", "declined"])
def test_object_that_is_gone_leaves_no_notice(amina, victor, verb):
    application = ApplicationFactory(person=victor)
    activity = application.record(verb, by=amina)
    application.delete()
    Notice.objects.announce(activity.pk)
    assert not Notice.objects.filter(activity=activity).exists()
    assert activity not in Activity.objects.unannounced()
