"""Focal points at the same moment: the last two leave, two answer one request, one invitation is accepted twice."""

import threading
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from notifications.models import Mail, Notice
from partners.models import Affiliation, Invitation
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory

pytestmark = pytest.mark.drill

ROUNDS = 100


def at_once(*deeds):
    """What each of some deeds came to that were begun together: None, or the sentence of its refusal."""
    start, outcomes = threading.Barrier(len(deeds)), {}

    def do(number, deed):
        start.wait()
        try:
            deed()
            outcomes[number] = None
        except ValidationError as error:
            outcomes[number] = error.messages[0]
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [outcomes[number] for number in range(len(deeds))]


def stored(affiliation):
    return Affiliation.objects.get(pk=affiliation.pk)


@pytest.mark.django_db(transaction=True)
def test_last_two_focal_points_never_leave_unnoticed(house, sofia):
    """However the last two go, the secretariat hears exactly once that nobody speaks any more."""
    for round_number in range(ROUNDS):
        partner = PartnerFactory()
        first, second = (AffiliationFactory(partner=partner, is_focal_point=True) for _each in range(2))
        leave = stored(first).end if round_number % 2 else stored(first).step_down
        assert at_once(partial(leave, by=None), partial(stored(second).end, by=None)) == [None, None]
        gone = Activity.objects.filter(verb__in=["ended", "stepped_down"], object_id__in=[first.pk, second.pk])
        assert sorted(bool(each.data.get("leaves_nobody")) for each in gone) == [False, True]
        for each in gone:
            Notice.objects.announce(each.pk)
        assert Notice.objects.filter(recipient=sofia, activity__in=gone).count() == 1


@pytest.mark.django_db(transaction=True)
def test_two_focal_points_make_one_decision(house, cast):
    """One decision, one message; the second reads who was first."""
    amina, sofia = cast.amina, cast.sofia
    for round_number in range(ROUNDS):
        request = AffiliationFactory(partner=cast.afris, status="requested", person=UserFactory())
        second = stored(request).decline if round_number % 2 else stored(request).confirm
        outcomes = at_once(partial(stored(request).confirm, by=amina), partial(second, by=sofia))
        [refusal] = [each for each in outcomes if each]
        assert str(sofia if outcomes[1] is None else amina) in refusal
        decided = Activity.objects.about(request).get(verb__in=["confirmed", "declined"])
        Notice.objects.announce(decided.pk)
        assert Mail.objects.filter(notice__recipient=request.person, notice__activity=decided).count() == 1


@pytest.mark.django_db(transaction=True)
def test_invitation_is_accepted_or_withdrawn_never_both(house, cast):
    amina = cast.amina
    for _round in range(ROUNDS // 4):
        kofi = UserFactory()
        invitation = Invitation.objects.invite(PartnerFactory(), email=kofi.email, by=None)
        first, second, third = (Invitation.objects.get(pk=invitation.pk) for _each in range(3))
        outcomes = at_once(
            partial(first.accept, by=kofi), partial(second.withdraw, by=amina), partial(third.accept, by=kofi)
        )
        assert outcomes.count(None) == 1
        invitation.refresh_from_db()
        assert kofi.affiliations.count() == (invitation.status == "accepted")
