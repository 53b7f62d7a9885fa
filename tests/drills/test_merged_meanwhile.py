"""Somebody comes to an organisation at the moment in which it is merged: her tie is never left on the emptied row."""

import threading
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from partners.models import Affiliation, Invitation, Partner
from tests.drills.conftest import wait_until
from tests.factories import AffiliationFactory, PartnerFactory, UserFactory

pytestmark = [pytest.mark.drill, pytest.mark.django_db(transaction=True)]

ROUNDS = 30


def at_once(*deeds):
    """What each deed came to that was begun together: "done" or "refused"; any other fault is a fault of the test."""
    start, outcomes = threading.Barrier(len(deeds)), {}

    def do(number, deed):
        start.wait()
        try:
            deed()
            outcomes[number] = "done"
        except ValidationError:
            outcomes[number] = "refused"
        finally:
            connection.close()

    threads = [threading.Thread(target=do, args=each) for each in enumerate(deeds)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [outcomes[number] for number in range(len(deeds))]


def pair():
    """An organisation and the one it turns out to be, each with somebody who speaks for it."""
    old, new = PartnerFactory(), PartnerFactory()
    for partner in (old, new):
        AffiliationFactory(partner=partner, is_focal_point=True)
    return old, new


def somebody_waits():
    """Whether a session waits for a lock of another."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return cursor.fetchone()[0]


def merging(old, new):
    mine, theirs = (Partner.objects.get(pk=each.pk) for each in (old, new))
    return partial(mine.merge_into, theirs, by=None, reason="The same.")


def test_request_made_during_a_merge_is_carried_over_or_refused(house):
    for _round in range(ROUNDS):
        (old, new), person = pair(), UserFactory()
        asked, merged = at_once(partial(Affiliation.objects.request, person, old, by=person), merging(old, new))
        assert merged == "done"
        assert not old.affiliations.exists()
        assert new.affiliations.filter(person=person).count() == (1 if asked == "done" else 0)


def test_request_waits_for_a_merge_that_has_begun(house):
    """Not by luck: the request begins while the merge holds the rows, and hears that the organisation has gone."""
    (old, new), person = pair(), UserFactory()
    merge, is_merging = merging(old, new), threading.Event()
    outcomes = []

    def ask():
        is_merging.wait()
        outcomes.extend(at_once(partial(Affiliation.objects.request, person, old, by=person)))
        connection.close()

    asking = threading.Thread(target=ask)
    asking.start()
    with transaction.atomic():
        merge()
        is_merging.set()
        wait_until(somebody_waits)
    asking.join()
    assert outcomes == ["refused"]
    assert not Affiliation.objects.filter(person=person).exists()


def test_invitation_accepted_during_a_merge_leads_to_the_heir(house):
    for _round in range(ROUNDS):
        (old, new), person = pair(), UserFactory()
        invitation = Invitation.objects.create(partner=old, email=person.email)
        accepted, merged = at_once(partial(invitation.accept, by=person), merging(old, new))
        assert (accepted, merged) == ("done", "done")
        assert not old.affiliations.exists()
        assert new.affiliations.get(person=person).status == "active"
