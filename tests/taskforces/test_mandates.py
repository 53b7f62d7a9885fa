"""The mandate of a leader or representative: two years, renewed or ended; without it no rights the same minute."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from core.models import Activity
from taskforces.models import Role, Seat
from taskforces.models.mandate import end_of_mandate
from taskforces.roster import Roster
from taskforces.tasks import remind_of_mandates
from tests.factories import ApplicationFactory
from tests.factories.candidates import days

pytestmark = pytest.mark.django_db


@pytest.fixture
def seat(amina, a2):
    """Amina's, who leads A2."""
    return a2.seats.open().get(person=amina)


def expire(seat, number):
    Seat.objects.filter(pk=seat.pk).update(expires_at=days(number))
    seat.refresh_from_db()
    return seat


def test_leading_seat_has_a_mandate_of_two_years_and_a_members_has_none(seat, a2, victor, settings):
    assert seat.expires_at.year == timezone.now().year + 2
    assert a2.seat(victor, Role.MEMBER, by=None).expires_at is None
    assert end_of_mandate(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2030, 2, 28, tzinfo=UTC)
    settings.MANDATE_YEARS = 4
    assert end_of_mandate(datetime(2028, 2, 29, tzinfo=UTC)) == datetime(2032, 2, 29, tzinfo=UTC)


def test_lapsed_mandate_has_no_rights_the_same_minute_and_leaves_the_seat_vacant(seat, amina, a2, victor, client):
    application = ApplicationFactory(person=victor)
    client.force_login(amina)
    assert client.get("/en/task-forces/a2/applications/").status_code == 200
    expire(seat, 0)
    assert client.get("/en/task-forces/a2/applications/").status_code == 403
    assert not amina.has_perm("taskforces.decide_application", application)
    assert seat.is_lapsed
    assert seat.is_flagged
    assert Roster.of(a2, victor).leader is None
    assert set(Seat.objects.lapsed()) == set(Seat.objects.flagged()) == {seat}
    assert not Seat.objects.lost().exists()


def test_mandate_is_renewed_from_its_end_or_until_a_day(seat, sofia):
    before = expire(seat, 20).expires_at
    seat.renew(by=sofia)
    assert seat.expires_at == end_of_mandate(before)
    seat.renew(by=sofia, expires_at=days(100))
    assert seat.expires_at < days(101)
    with pytest.raises(ValidationError, match="ahead"):
        seat.renew(by=sofia, expires_at=days(-1))


def test_lapsed_mandate_is_renewed_from_today_and_everything_comes_back(seat, amina, a2, sofia):
    expire(seat, -30).renew(by=sofia)
    assert a2.role_of(amina) == Role.LEADER
    assert seat.expires_at > days(700)


def test_mandate_of_somebody_without_organisation_of_a_member_or_of_an_ended_seat_is_not_renewed(
    seat, sofia, cast, a2, victor
):
    member = a2.seat(victor, Role.MEMBER, by=None)
    with pytest.raises(ValidationError, match="mandate to renew"):
        member.renew(by=sofia)
    cast.afris.suspend(by=sofia, reason="unpaid")
    with pytest.raises(ValidationError, match="partner"):
        seat.renew(by=sofia)
    seat.end(by=sofia)
    with pytest.raises(ValidationError, match="mandate to renew"):
        seat.renew(by=sofia)


def test_nobody_prolongs_her_own_mandate(seat, amina, sofia):
    amina.is_superuser = amina.is_staff = True
    amina.save(update_fields=["is_superuser", "is_staff"])
    assert sofia.has_perm("taskforces.renew_seat", seat)
    assert not amina.has_perm("taskforces.renew_seat", seat)


def test_holder_says_that_she_would_go_on_within_sixty_days(seat, amina, sofia):
    with pytest.raises(ValidationError, match="does not end soon"):
        seat.wish_renewal(by=amina)
    expire(seat, 30).wish_renewal(by=amina)
    assert not seat.can_be_wished
    with pytest.raises(ValidationError):
        seat.wish_renewal(by=amina)
    with pytest.raises(ValidationError, match="holder"):
        seat.wish_renewal(by=sofia)
    seat.renew(by=sofia)
    assert seat.renewal_wished_at is None


def test_mandate_is_reminded_of_once_before_its_end_and_once_at_it(seat, sofia):
    expire(seat, 59)
    for _turn in range(2):
        remind_of_mandates()
    assert Activity.objects.about(seat).filter(verb="expiring").count() == 1
    expire(seat, -1)
    for _turn in range(2):
        remind_of_mandates()
    assert Activity.objects.about(seat).filter(verb="lapsed").count() == 1
    seat.renew(by=sofia)
    remind_of_mandates()
    assert Activity.objects.about(seat).filter(verb__in=["expiring", "lapsed"]).count() == 2


def test_seat_without_mandate_never_lapses(seat):
    Seat.objects.filter(pk=seat.pk).update(expires_at=None)
    assert Seat.objects.in_force().filter(pk=seat.pk).exists()
    assert not Seat.objects.lapsed().exists()


def test_nobody_is_asked_to_go_on_in_a_seat_her_organisation_has_lost(seat, amina, sofia, cast):
    expire(seat, 30)
    assert list(Seat.objects.to_wish_renewal().filter(person=amina)) == [seat]
    cast.afris.suspend(by=sofia, reason="unpaid")
    assert not Seat.objects.to_wish_renewal().filter(person=amina).exists()
    with pytest.raises(ValidationError):
        seat.wish_renewal(by=amina)
