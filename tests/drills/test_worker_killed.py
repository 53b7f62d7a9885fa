"""A worker is killed five times while 2,000 notices leave: none is lost, none is doubled."""

from datetime import timedelta

import pytest
import redis
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from notifications.models import Mail, Notice
from notifications.tasks import sweep
from partners.models import Affiliation
from tests.drills.conftest import kill, wait_until
from tests.factories import PartnerFactory

pytestmark = pytest.mark.drill

PEOPLE = 2_000
KILLS = 5
PROCESSES = 2


def organisation_with_people(number):
    """An organisation with `number` people, written in bulk."""
    partner = PartnerFactory(name="A large union")
    people = User.objects.bulk_create(
        User(email=f"member{index}@example.org", name=f"Member {index}", language=("en", "fr", "es")[index % 3])
        for index in range(number)
    )
    Affiliation.objects.bulk_create(
        Affiliation(person=person, partner=partner, status=Affiliation.Status.ACTIVE) for person in people
    )
    return partner


@pytest.mark.django_db(transaction=True)
def test_worker_killed_five_times_loses_and_doubles_nothing(house, broker, relay, start_worker, cast):
    partner = organisation_with_people(PEOPLE)
    partner.suspend(by=cast.sofia, reason="The fee is not the point here.")
    queue = redis.from_url(broker.url(0))

    for _kill in range(KILLS):
        worker = start_worker()
        sweep.delay()
        wanted = relay.accepted.total() + 100
        wait_until(lambda wanted=wanted: relay.accepted.total() >= wanted)
        kill(worker)
        queue.flushall()

    # What the killed processes held is looked at after five minutes: let them be over.
    Mail.objects.filter(status=Mail.Status.SENDING).update(claimed_at=timezone.now() - timedelta(minutes=6))
    start_worker()
    sweep.delay()
    wait_until(lambda: not Mail.objects.filter(status__in=["waiting", "sending"]).exists(), seconds=600)

    notices = Notice.objects.filter(activity__verb="suspended")
    assert notices.count() == PEOPLE
    assert not Activity.objects.unannounced().exists()
    assert max(relay.accepted.values()) == 1, "a message left twice"
    sent = {mail.message_id for mail in Mail.objects.filter(status=Mail.Status.SENT)}
    unsure = {mail.message_id for mail in Mail.objects.filter(status=Mail.Status.UNSURE)}
    assert len(sent) + len(unsure) == Mail.objects.count()
    assert sent <= set(relay.accepted), "a message is called sent that never arrived"
    assert set(relay.accepted) <= sent | unsure
    assert len(unsure) <= KILLS * PROCESSES
