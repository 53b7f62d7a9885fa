"""A worker is killed while eight hundred weekly digests are written and leave: everybody gets one, nobody two."""

from datetime import UTC, datetime, timedelta

import pytest
import redis
from allauth.account.models import EmailAddress
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from discussions.models.follow import Follow
from notifications.models import Digest, Mail, Notice, NoticeSetting
from notifications.tasks import write_digests
from tests.drills.conftest import kill, wait_until
from tests.factories.discussions import ThreadFactory, answered, opened_to

pytestmark = pytest.mark.drill

PEOPLE = 800
KILLS = 3
PROCESSES = 2
# Any Monday: the task takes the moment it is meant for.
EIGHT = datetime(2026, 3, 2, 8, tzinfo=UTC).isoformat()


def followers(number):
    """People who follow a discussion in which something new was written; they want nothing else gathered."""
    thread = ThreadFactory(space=opened_to("public"))
    joined = datetime(2025, 1, 1, tzinfo=UTC)
    people = User.objects.bulk_create(
        User(email=f"follower{index}@example.org", name=f"Follower {index}", joined_at=joined)
        for index in range(number)
    )
    EmailAddress.objects.bulk_create(
        EmailAddress(user=person, email=person.email, verified=True, primary=True) for person in people
    )
    NoticeSetting.objects.bulk_create(NoticeSetting(person=person, digest="none") for person in people)
    Follow.objects.bulk_create(Follow(thread=thread, person=person) for person in people)
    answered(thread)
    for pk in Activity.objects.unannounced().values_list("pk", flat=True):
        Notice.objects.announce(pk)
    return people


@pytest.mark.django_db(transaction=True)
def test_worker_killed_among_the_digests_loses_and_doubles_nothing(house, broker, relay, start_worker):
    people = followers(PEOPLE)
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

    digests = Mail.objects.filter(digest__person__in=people)
    assert digests.count() == PEOPLE, "a digest without its mail, or a mail too many"
    told = {name: number for name, number in relay.accepted.items() if name.startswith("<digest-")}
    assert max(told.values()) == 1, "a digest left twice"
    unsure = digests.filter(status=Mail.Status.UNSURE).count()
    assert len(told) >= PEOPLE - unsure and unsure <= KILLS * PROCESSES
    assert digests.filter(status=Mail.Status.SENT).count() + unsure == PEOPLE
