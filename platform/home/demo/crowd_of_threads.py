"""Many discussions in the room of A2, for measuring: written in bulk, past the verbs."""

from datetime import timedelta

import pgtrigger

from discussions.models import Post, Thread
from home.demo.past import days_ago
from taskforces.models import TaskForce

BATCH = 2000
POSTS = 10
SUBJECTS = ("carbon", "grazing", "compost", "erosion", "agroforestry", "mulch", "peat", "biochar", "terraces")


def add_threads(people, chance):
    """Two threads for each of `people`, with ten posts each: 10,000 and 100,000 for 5,000 people."""
    space = TaskForce.objects.select_related("space").get(objective__code="A2").space
    # The history of what was never written by anybody says nothing.
    with pgtrigger.ignore():
        threads = Thread.objects.bulk_create(
            [thread(space, person, number, chance) for number, person in enumerate([*people, *people])],
            batch_size=BATCH,
        )
        Post.objects.bulk_create(
            (post(each, people, number, chance) for each in threads for number in range(POSTS)), batch_size=BATCH
        )


def thread(space, person, number, chance):
    """A discussion somebody began within two years."""
    begun = days_ago(chance.uniform(1, 700))
    return Thread(
        space=space,
        kind=Thread.Kind.values[number % 4],
        title=f"Crowd {number:05}: {' and '.join(chance.sample(SUBJECTS, 2))} (demo)",
        language=("en", "fr", "es")[number % 3],
        starter=person,
        number_of_posts=POSTS,
        created_at=begun,
        last_post_at=begun + timedelta(hours=POSTS - 1),
    )


def post(begun, people, number, chance):
    """One of its posts; the first is that of whoever began it."""
    return Post(
        thread=begun,
        author=chance.choice(people) if number else begun.starter,
        text=f"We have measured {chance.choice(SUBJECTS)} on plot {chance.randint(1, 9999)} and share what we found.",
        language=begun.language,
        created_at=begun.created_at + timedelta(hours=number),
    )
