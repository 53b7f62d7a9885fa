"""Discussions at the size of a very busy room: 2,000 threads, 10,000 posts. They ask what 60 ask."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from discussions.models import Post, Thread
from tests.factories.discussions import ThreadFactory, space_of_a2

pytestmark = pytest.mark.django_db

FEW, THREADS, POSTS = 60, 2000, 10_000


def threads(space, person, number, since=0):
    """So many threads of one post each, one a minute."""
    now = timezone.now()
    made = Thread.objects.bulk_create(
        Thread(
            space=space,
            kind=Thread.Kind.values[each % 4],
            title=f"{each * 7919:x} cover crops",
            starter=person,
            number_of_posts=1,
            last_post_at=now - timedelta(minutes=each),
        )
        for each in range(since, since + number)
    )
    Post.objects.bulk_create(Post(thread=each, author=person, text=f"About {each.title}.") for each in made)


def posts(thread, person, number):
    """So many further posts in one thread."""
    Post.objects.bulk_create(Post(thread=thread, author=person, text=f"Plot {each}.") for each in range(number))
    thread._count()


def asked(client, url):
    """How many questions a page asks once it has been read before."""
    client.get(url)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(url)
    assert response.status_code == 200, url
    return len(queries)


def test_pages_ask_no_more_for_thousands_of_rows(client, cast, a2):
    space, long_one = space_of_a2(), ThreadFactory(starter=cast.fatou)
    client.force_login(cast.fatou)
    here, page = (reverse(f"discussions:{name}", args=args) for name, args in (
        ("list", [space.slug]),
        ("detail", [space.slug, long_one.pk]),
    ))  # fmt: skip
    urls = [here, f"{here}?q=crops&kind=idea", f"{here}?show=mine", f"{here}?show=unanswered", page, f"{page}?last"]
    threads(space, cast.amina, FEW)
    posts(long_one, cast.amina, FEW)
    of_few = {url: asked(client, url) for url in urls}
    threads(space, cast.amina, THREADS - FEW, since=FEW)
    posts(long_one, cast.amina, POSTS - THREADS - FEW)
    assert {url: asked(client, url) for url in urls} == of_few
    further = client.get(here).context["next_place"]
    assert asked(client, f"{here}?after={further}") <= of_few[here]
    assert long_one.number_of_posts == POSTS - THREADS + 1
