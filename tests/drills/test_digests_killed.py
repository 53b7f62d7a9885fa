"""A worker is killed while the weekly digests are written and leave: everybody gets one, nobody two."""

from datetime import UTC, datetime, timedelta

import pytest
import redis
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from notifications.models import Digest, Mail
from notifications.tasks import write_digests
from partners.models import Affiliation
from tests.drills.conftest import kill, wait_until
from tests.factories import PartnerFactory

pytestmark = pytest.mark.drill

PEOPLE = 2000
KILLS = 3
PROCESSES = 2
# Any Monday: the task takes the moment it is meant for.
EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC).isoformat()


def focal_points(number):
    """People of one organisation who speak for it, and one colleague for whom all of them are asked."""
    partner = PartnerFactory(name="A large union")
    joined = datetime(2025, 1, 1, tzinfo=UTC)
    people = User.objects.bulk_create(
        User(email=f"focal{index}@example.org", name=f"Focal {index}", joined_at=joined) for index in range(number)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=person, email=person.email, verified=True, primary=True) for person in people
    )
    Affiliation.objects.bulk_create(
        Affiliation(person=person, partner=partner, status=Affiliation.Status.ACTIVE, is_focal_point=True)
        for person in people
    )
    colleague = User.objects.create_user("colleague@example.org", name="A Colleague")
    Affiliation.objects.request(colleague, partner, by=colleague)
    return people


@pytest.mark.django_db(transaction=True)
def test_worker_killed_among_the_digests_loses_and_doubles_nothing(house, broker, relay, start_worker):
    people = focal_points(PEOPLE)
    queue = redis.from_url(broker.url(0))

    for _kill in range(KILLS):
        worker = start_worker()
        for _ring in range(2):  # the beat rings twice: two processes write at once
            write_digests.delay(EIGHT)
        wanted = min(Digest.objects.count() + PEOPLE // 4, PEOPLE)
        wait_until(lambda wanted=wanted: Digest.objects.count() >= wanted)
        kill(worker)
        queue.flushall()

    # What the killed processes held is looked at after five minutes: let them be over.
    Mail.objects.filter(status=Mail.Status.SENDING).update(claimed_at=timezone.now() - timedelta(minutes=6))
    Mail.objects.settle_left_behind()
    start_worker()
    write_digests.delay(EIGHT)
    wait_until(lambda: Digest.objects.filter(person__in=people).count() == PEOPLE, seconds=600)
    wait_until(lambda: not Mail.objects.filter(status__in=["waiting", "sending"]).exists(), seconds=600)

    digests = Mail.objects.exclude(digest=None)
    assert digests.count() == PEOPLE, "a digest without its mail, or a mail too many"
    told = {name: number for name, number in relay.accepted.items() if name.startswith("<digest-")}
    assert max(told.values()) == 1, "a digest left twice"
    unsure = digests.filter(status=Mail.Status.UNSURE).count()
    assert len(told) >= PEOPLE - unsure and unsure <= KILLS * PROCESSES
    assert digests.filter(status=Mail.Status.SENT).count() + unsure == PEOPLE
