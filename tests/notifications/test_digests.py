"""The weekly digest: when it comes, and to whom."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.models import User
from core import coming as coming_module
from core.coming import Coming
from notifications.models import Digest, Mail, NoticeSetting
from notifications.models.digest_due import due
from notifications.tasks import deliver, write_digests
from partners.models import Invitation
from tests.factories import UserFactory
from tests.notifications.mondays import EIGHT_UTC, MONDAY, invited, joined_long_ago, sent

# -- When


@pytest.mark.parametrize(
    ("zone", "moment", "is_time"),
    [
        ("UTC", "2026-03-02T06:59", False),
        ("UTC", "2026-03-02T07:00", True),
        ("UTC", "2026-03-01T23:00", False),
        ("UTC", "2026-03-03T23:45", True),  # caught up with
        ("UTC", "2026-03-04T00:00", False),
        ("Pacific/Kiritimati", "2026-03-01T16:59", False),  # UTC+14
        ("Pacific/Kiritimati", "2026-03-01T17:00", True),
        ("Etc/GMT+12", "2026-03-02T18:59", False),  # UTC−12
        ("Etc/GMT+12", "2026-03-02T19:00", True),
        ("Asia/Kathmandu", "2026-03-02T01:14", False),  # a quarter to
        ("Asia/Kathmandu", "2026-03-02T01:15", True),
        # The last Monday of winter time and the first one of summer time, and back.
        ("Europe/Paris", "2026-03-23T05:59", False),
        ("Europe/Paris", "2026-03-23T06:00", True),
        ("Europe/Paris", "2026-03-30T04:59", False),
        ("Europe/Paris", "2026-03-30T05:00", True),
        ("Europe/Paris", "2026-10-26T05:59", False),
        ("Europe/Paris", "2026-10-26T06:00", True),
        ("America/Sao_Paulo", "2026-03-02T10:00", True),
        ("No/Where", "2026-03-02T07:00", True),  # a zone that was abolished is read as UTC
    ],
)
def test_monday_seven_is_meant_where_the_reader_is(victor, zone, moment, is_time):
    joined_long_ago(victor, time_zone=zone)
    moment = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    found = due("weekly", moment).filter(pk=victor.pk).first()
    assert (found is not None) == is_time
    if is_time:
        assert found.begins_on.weekday() == 0 and abs(moment.date() - found.begins_on) <= timedelta(1)


def test_from_one_end_of_the_world_to_the_other_it_comes_once_a_week(db):
    """The beat of two weeks, around the change of hour: one digest for each Monday, written within its hour."""
    zones = ["Pacific/Kiritimati", "Asia/Kathmandu", "Europe/Paris", "Etc/GMT+12"]
    with time_machine.travel(datetime(2026, 3, 22, tzinfo=UTC), tick=False) as clock:
        people = {zone: invited(UserFactory(time_zone=zone)) for zone in zones}
        for _beat in range(12 * 24):
            write_digests()
            clock.shift(timedelta(hours=1))
    for zone, person in people.items():
        digests = Digest.objects.filter(person=person).order_by("begins_on")
        assert [digest.begins_on for digest in digests] == [date(2026, 3, 23), date(2026, 3, 30)]
        for digest in digests:
            local = digest.written_at.astimezone(ZoneInfo(zone))
            assert local.date() == digest.begins_on and local.hour == 7


def test_it_comes_once_however_often_the_beat_rings(sink, reader, clock):
    for _ring in range(3):
        write_digests()
        clock.shift(timedelta(minutes=15))
    assert len(sent(sink, reader)) == 1
    assert Digest.objects.filter(person=reader).count() == 1
    clock.move_to(EIGHT_UTC + timedelta(days=7))
    write_digests()
    assert len(sent(sink, reader)) == 2


def test_the_database_takes_one_digest_a_person_and_week(reader):
    digest = Digest.objects.write(reader, MONDAY)
    assert Digest.objects.write(reader, MONDAY) == digest and digest.mails.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Digest.objects.create(person=reader, begins_on=MONDAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Mail.objects.create(digest=digest)


def test_whoever_came_on_monday_waits_a_week(sink, reader):
    User.objects.filter(pk=reader.pk).update(joined_at=EIGHT_UTC - timedelta(minutes=30))
    write_digests()
    assert not Digest.objects.filter(person=reader).exists()


def test_a_missed_week_can_be_caught_up_with(sink, reader, clock):
    clock.move_to(EIGHT_UTC + timedelta(days=4))
    write_digests()
    assert not sent(sink, reader)
    write_digests(EIGHT_UTC.isoformat())
    assert len(sent(sink, reader)) == 1


def test_they_are_written_in_batches(sink, victor, bruno, carla, clock):
    for person in (victor, bruno, carla):
        invited(person)
    joined = User.objects.filter(pk__in=[victor.pk, bruno.pk, carla.pk])
    joined.update(time_zone="UTC")
    last = Digest.objects.write_due(most=2)
    assert Digest.objects.count() == 2
    assert Digest.objects.write_due(most=2, after=last) is None
    assert Digest.objects.count() == 3


def test_some_who_cannot_be_told_do_not_silence_those_behind_them(sink, victor, bruno, clock, monkeypatch):
    for person in (victor, bruno):
        joined_long_ago(person, time_zone="UTC")
    first, second = sorted([victor, bruno], key=lambda one: one.pk)

    def breaks(user, until):
        if user == first:
            raise RuntimeError("a mistake of ours")
        yield Coming("A meeting", "A2", until, "/en/task-forces/a2/")

    monkeypatch.setitem(coming_module._kinds, "broken", breaks)
    monkeypatch.setattr("notifications.tasks.BATCH", 1)
    write_digests()
    assert [digest.person for digest in Digest.objects.filter(person__in=[first, second])] == [second]
    assert len(sent(sink, second)) == 1


# -- To whom


def test_nothing_to_tell_leaves_no_mail_and_is_not_asked_again(sink, victor, clock):
    joined_long_ago(victor, time_zone="UTC")
    write_digests()
    assert Digest.objects.get(person=victor).mails.count() == 0
    assert not sent(sink, victor)
    invited(victor)
    clock.shift(timedelta(hours=1))
    write_digests()
    assert not sent(sink, victor), "what came after seven waits for the next Monday"


@pytest.mark.parametrize("why", ["inactive", "erased", "unconfirmed", "other address confirmed", "does not want it"])
def test_some_get_none(sink, reader, why):
    if why == "inactive":
        User.objects.filter(pk=reader.pk).update(is_active=False)
    elif why == "erased":
        reader.erase(by=reader)
    elif why == "unconfirmed":
        reader.emailaddress_set.update(verified=False)
    elif why == "other address confirmed":
        reader.emailaddress_set.update(email="elsewhere@example.org")
    else:
        NoticeSetting.choose(reader, by=reader, digest="none")
    write_digests()
    assert not Digest.objects.filter(person=reader).exists()
    assert not sink.messages


@pytest.mark.parametrize("meanwhile", ["stopped", "closed", "done", "unconfirmed"])
def test_what_changed_before_the_mail_left_is_respected(sink, victor, clock, meanwhile):
    invited(victor)
    User.objects.filter(pk=victor.pk).update(time_zone="UTC")
    digest = Digest.objects.write(victor, MONDAY)
    if meanwhile == "stopped":
        NoticeSetting.choose(victor, by=victor, digest="none")
    elif meanwhile == "closed":
        User.objects.filter(pk=victor.pk).update(is_active=False)
    elif meanwhile == "unconfirmed":
        victor.emailaddress_set.update(verified=False)
    else:
        Invitation.objects.get().accept(by=victor)
    deliver()
    assert not sent(sink, victor)
    assert digest.mails.get().status == Mail.Status.DROPPED


# -- The secretariat, and time


def test_the_secretariat_reads_who_got_which(client, sofia, victor, bruno, clock, sink):
    invited(victor)
    joined_long_ago(bruno)
    User.objects.update(time_zone="UTC")
    write_digests()
    client.force_login(sofia)
    page = client.get(reverse("admin:notifications_digest_changelist"))
    assert page.status_code == 200
    listed = client.get(reverse("admin:notifications_digest_changelist"), {"state": "sent"}).content.decode()
    assert victor.name in listed and bruno.name not in listed
    nothing = client.get(reverse("admin:notifications_digest_changelist"), {"state": "nothing"}).content.decode()
    assert bruno.name in nothing and victor.name not in nothing
    mails = client.get(reverse("admin:notifications_mail_changelist"), {"q": victor.email}).content.decode()
    mail = Mail.objects.get(digest__person=victor)
    address = reverse("admin:notifications_mail_change", args=[mail.pk])
    assert address in mails and "Weekly digest, 2 March 2026" in client.get(address).content.decode()


def test_digests_are_forgotten_after_sixty_days(reader, clock):
    from notifications.personal_data import forget_digests

    Digest.objects.write(reader, MONDAY)
    clock.shift(timedelta(days=59))
    forget_digests()
    assert Digest.objects.exists() and Mail.objects.exclude(digest=None).exists()
    clock.shift(timedelta(days=2))
    forget_digests()
    assert not Digest.objects.exists() and not Mail.objects.exclude(digest=None).exists()
