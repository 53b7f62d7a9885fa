"""Many people answer at once while moderators hide and close: every number is that of the rows, nothing is lost."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from core.models import Activity
from discussions.models import Post, PostReport, Thread
from tests.factories import partner_person
from tests.factories.discussions import ThreadFactory, answered

pytestmark = pytest.mark.drill

WRITERS, ROUNDS = 6, 5


def at_once(*acts):
    """Call each of `acts` in a thread of its own, all begun together; returns how many were refused in words."""
    start, refused = threading.Barrier(len(acts)), []

    def run(act):
        start.wait()
        try:
            act()
        except ValidationError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(refused)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


@pytest.mark.django_db(transaction=True)
def test_numbers_are_those_of_the_rows(house, cast):
    writers = [partner_person() for _writer in range(WRITERS)]
    thread = ThreadFactory(starter=cast.amina)
    post = answered(thread)
    for number in range(ROUNDS):
        acts = [lambda who=who: answered(fresh(thread), author=who) for who in writers]
        hide, show = lambda: fresh(post).hide("So.", by=cast.amina), lambda: fresh(post).show(by=cast.sofia)
        assert at_once(*acts, show if number % 2 else hide) == 0
        for each in Thread.objects.all():
            standing = each.posts.filter(hidden_at=None)
            assert each.number_of_posts == standing.count()
            assert each.last_post_at == standing.latest("created_at").created_at
    assert thread.posts.count() == 2 + WRITERS * ROUNDS
    later = thread.posts.order_by("pk")[20]
    at_once(
        lambda: fresh(thread).split(later, "Apart", by=cast.amina),
        *(lambda pk=pk: Post.objects.get(pk=pk).hide("So.", by=cast.sofia) for pk in [later.pk, later.pk + 1]),
    )
    apart = Thread.objects.get(title="Apart")
    for each in (fresh(thread), apart):
        assert each.number_of_posts == each.posts.filter(hidden_at=None).count()


@pytest.mark.django_db(transaction=True)
def test_what_happens_once_happens_once(house, cast):
    post, person = answered(), partner_person()
    assert at_once(*[lambda: fresh(post).report("Look.", by=person)] * 3) == 2
    assert at_once(*[lambda: fresh(post).react("useful", by=person)] * 3) == 0
    assert at_once(*[lambda: fresh(post.thread).follow(by=person)] * 3) == 0
    assert (
        at_once(*[lambda: fresh(post).hide("So.", by=cast.amina), lambda: fresh(post).hide("So.", by=cast.sofia)]) == 1
    )
    assert PostReport.objects.get().outcome == "hidden"
    assert post.reactions.count() == 1
    for verb in ("hidden", "reacted"):
        assert Activity.objects.about(post).filter(verb=verb).count() == 1


@pytest.mark.django_db(transaction=True)
def test_nobody_writes_after_the_conclusion(house, cast):
    for _round in range(ROUNDS):
        thread = ThreadFactory(starter=partner_person())
        at_once(lambda: answered(fresh(thread)), lambda: fresh(thread).close("So.", by=cast.amina))  # noqa: B023
        thread.refresh_from_db()
        assert not thread.posts.filter(created_at__gt=thread.closed_at).exists()
