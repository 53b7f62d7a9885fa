"""Two secretaries decide on one application to join at the same moment: one decision, one organisation, one message."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone

from core.models import Activity
from notifications.models import Notice
from partners.models import Affiliation, JoiningApplication, Partner
from tests.factories import JoiningFactory, UserFactory

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = 50


def at_once(*calls):
    """What each call got when all were made together: "done" or "second"."""
    start, outcomes = threading.Barrier(len(calls)), []

    def run(call):
        start.wait()
        try:
            call()
            outcomes.append("done")
        except ValidationError:
            outcomes.append("second")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(call,)) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def decision(application, by, *, refuses):
    mine = JoiningApplication.objects.get(pk=application.pk)
    if refuses:
        return lambda: mine.refuse("Not concerned with soils.", by=by)
    today = timezone.localdate()
    return lambda: mine.accept("member", body="bureau", decided_on=today, reference="B/1", by=by)


def test_two_secretaries_make_one_decision(house, cast):
    other = UserFactory(is_staff=True)
    for number in range(ROUNDS):
        application = JoiningFactory()
        calls = decision(application, cast.sofia, refuses=False), decision(application, other, refuses=number % 2)
        assert at_once(*calls) == ["done", "second"]
        application.refresh_from_db()
        decided = Activity.objects.about(application).filter(verb__in=["accepted", "refused"])
        assert decided.count() == 1
        Notice.objects.announce(decided.get().pk)
        assert Notice.objects.filter(recipient=application.applicant, activity=decided.get()).count() == 1
        number_of_rows = 1 if application.is_accepted else 0
        assert Partner.objects.filter(name=application.name).count() == number_of_rows
        assert Affiliation.objects.filter(person=application.applicant).count() == number_of_rows


def test_two_applications_of_one_name_make_one_organisation(house, cast):
    for _round in range(10):
        first = JoiningFactory()
        second = JoiningFactory(name=first.name)
        calls = [decision(each, cast.sofia, refuses=False) for each in (first, second)]
        assert at_once(*calls) == ["done", "second"]
        assert Partner.objects.filter(name=first.name).count() == 1


def test_applicant_who_withdraws_while_it_is_decided(house, cast):
    for _round in range(ROUNDS):
        application = JoiningFactory()
        mine = JoiningApplication.objects.get(pk=application.pk)
        calls = decision(application, cast.sofia, refuses=False), lambda one=mine: one.withdraw(by=one.applicant)
        assert at_once(*calls) == ["done", "second"]
        application.refresh_from_db()
        assert Partner.objects.filter(name=application.name).exists() == application.is_accepted


def test_application_sent_twice_is_sent_once(house):
    for _round in range(10):
        draft = JoiningFactory(status="draft", submitted_at=None, with_pieces=True)
        both = [JoiningApplication.objects.get(pk=draft.pk) for _window in range(2)]
        assert at_once(*[lambda one=one: one.submit(by=one.applicant) for one in both]) == ["done", "second"]
        assert Activity.objects.about(draft).count() == 1


def test_two_windows_begin_one_draft(house):
    for _round in range(ROUNDS):
        person = UserFactory()
        assert at_once(*[lambda who=person: JoiningApplication.begin(who)] * 2) == ["done", "done"]
        assert JoiningApplication.objects.filter(applicant=person).count() == 1
