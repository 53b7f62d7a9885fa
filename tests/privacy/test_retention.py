"""Old data goes by itself."""

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from accounts.models import User
from accounts.tasks import tidy
from core.models import Activity
from events.models import Meeting
from taskforces.models import Application, Message
from tests.factories import ApplicationFactory, UserFactory
from tests.factories.meetings import meeting_of

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 29, 3, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)


def registered(days_ago, *, verified=False, **fields):
    person = UserFactory(joined_at=NOW - timedelta(days=days_ago), **fields)
    person.emailaddress_set.update(verified=verified)
    return person


def is_there(person):
    return User.objects.filter(pk=person.pk).exists()


def test_unconfirmed_account_goes_after_seven_days():
    old, young = registered(7.01), registered(6.99)
    tidy()
    assert not is_there(old)
    assert is_there(young)


def test_account_with_two_unconfirmed_addresses_goes_as_well():
    person = registered(8)
    person.emailaddress_set.create(email="other@example.org", verified=False, primary=False)
    tidy()
    assert not is_there(person)


def test_confirmed_account_stays():
    person = registered(400, verified=True)
    person.emailaddress_set.create(email="other@example.org", verified=False, primary=False)
    tidy()
    assert is_there(person)


def test_account_made_by_the_secretariat_stays():
    person = registered(400)
    person.emailaddress_set.all().delete()
    tidy()
    assert is_there(person)


def test_person_who_has_signed_in_or_works_here_stays():
    signed_in, staff = registered(8, last_login=NOW), registered(8, is_staff=True)
    tidy()
    assert is_there(signed_in) and is_there(staff)


def silent(days, **fields):
    return registered(2000, verified=True, last_login=NOW - timedelta(days=days), **fields)


def warnings_of(person):
    return Activity.objects.about(person).filter(verb="warned_of_silence").count()


def test_silent_person_is_warned_once_a_month_before_she_is_forgotten():
    person, lively = silent(701), silent(699)
    tidy()
    tidy()
    assert (warnings_of(person), warnings_of(lively)) == (1, 0)
    person.refresh_from_db()
    assert not person.is_erased


def test_silent_person_is_forgotten_a_month_after_the_warning(time_machine):
    person, returned = silent(731), silent(731)
    tidy()
    time_machine.move_to(NOW + timedelta(days=29), tick=False)
    User.objects.filter(pk=returned.pk).update(last_login=NOW + timedelta(days=29))
    tidy()
    person.refresh_from_db()
    assert not person.is_erased, "the warning is not a month old"
    time_machine.move_to(NOW + timedelta(days=31), tick=False)
    tidy()
    person.refresh_from_db()
    returned.refresh_from_db()
    assert (person.is_erased, returned.is_erased) == (True, False)


def test_secretariat_and_closed_accounts_are_not_warned():
    staff, closed = silent(800, is_staff=True), silent(800, is_active=False)
    tidy()
    assert warnings_of(staff) == warnings_of(closed) == 0


def test_expired_sessions_go():
    for days in (-1, 1):
        session = SessionStore()
        session.create()
        Session.objects.filter(pk=session.session_key).update(expire_date=NOW + timedelta(days=days))
    tidy()
    assert [session.expire_date > NOW for session in Session.objects.all()] == [True]


def refused(days_ago, status=Application.Status.DECLINED):
    application = ApplicationFactory(
        person=UserFactory(),
        status=status,
        submitted_at=NOW - timedelta(days=days_ago + 3),
        decided_at=NOW - timedelta(days=days_ago),
        reason="Not this year.",
        answers={"motivation": "Private words"},
    )
    Message.objects.create(application=application, author=application.person, text="Private answer")
    Application.objects.filter(pk=application.pk).update(updated_at=NOW - timedelta(days=days_ago))
    return application


@pytest.mark.parametrize("status", [Application.Status.DECLINED, Application.Status.WITHDRAWN])
def test_words_of_a_refused_request_go_after_a_year(status):
    old, young = refused(366, status), refused(364, status)
    tidy()
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.answers, old.reason, old.country) == ({}, "", None)
    assert not old.messages.exclude(text="").exists()
    assert young.answers and young.reason and young.messages.exclude(text="").exists()


def test_accepted_request_keeps_its_words():
    application = refused(400, Application.Status.ACCEPTED)
    tidy()
    application.refresh_from_db()
    assert application.answers


def test_tidying_twice_harms_nothing():
    registered(8), refused(400)
    tidy()
    tidy()


def test_who_had_time_goes_after_the_meeting_and_who_came_after_years(a2, amina):
    old, young = meeting_of(by=amina, dates=(1, 2), title="Old"), meeting_of(by=amina, dates=(3, 4), title="Young")
    for meeting in (old, young):
        meeting.give_availability(dict.fromkeys(meeting.dates.all(), "yes"), by=amina)
    old.fix(old.dates.first(), by=amina)
    Meeting.objects.filter(pk=old.pk).update(starts_at=NOW - timedelta(days=91))
    tidy()
    assert {each.date.meeting for each in amina.availabilities.all()} == {young}
    Meeting.objects.filter(pk=old.pk).update(starts_at=NOW - timedelta(days=3 * 365 - 1))
    tidy()
    assert amina.participations.exists()
    Meeting.objects.filter(pk=old.pk).update(starts_at=NOW - timedelta(days=3 * 365 + 1))
    tidy()
    assert not amina.participations.exists()
