"""A year of talk in thirty rooms, in three languages: written in bulk, and announced when it happened."""

import random
from datetime import timedelta
from pathlib import Path

import pgtrigger
from django.contrib.contenttypes.models import ContentType
from django.utils.functional import cached_property

from accounts.models import User
from core.loading import read_json
from core.models import Activity, Theme
from discussions.models import Follow, Post, Reaction, Thread
from home.demo.past import days_ago
from spaces.models import Space

ROOMS = 30
THREADS = 400
# One in so many is still without an answer; among those answered, one in so many has been closed.
UNANSWERED = 9
CLOSED = 3


def talk_for_a_year():
    """400 discussions in the thirty rooms most people belong to, besides those the cast has told."""
    chance, told = random.Random(4000), read_json(Path(__file__).parent, "year.json")
    asked = list(matters(rooms_with_people(), told, chance))
    chance.shuffle(asked)
    talks = [
        Talk(*matter, age=355 * (1 - number / THREADS) + chance.random(), chance=chance)
        for number, matter in enumerate(asked[:THREADS])
    ]
    # What nobody wrote has no history.
    with pgtrigger.ignore():
        Thread.objects.bulk_create(talk.thread for talk in talks)
        Post.objects.bulk_create(post for talk in talks for post in talk.posts)
        keep_what_follows(talks, chance)
    note_activity(talks)


def rooms_with_people():
    """[(room, people who belong there)], the fullest rooms first."""
    people = User.objects.active().exclude(is_staff=True).in_bulk()
    rooms = []
    for space in Space.objects.owned().with_owner().order_by("pk"):
        here = [people[key] for key in sorted(space.members().values_list("pk", flat=True)) if key in people]
        if len(here) > 1:
            rooms.append((space, here))
    return sorted(rooms, key=lambda room: (-len(room[1]), room[0].pk))[:ROOMS]


def matters(rooms, told, chance):
    """(room, people, language, place, subject): each room once about each subject, a region about its own places."""
    places = [
        (language, region, place)
        for language, regions in told["places"].items()
        for region, names in regions.items()
        for place in names
    ]
    regions = {f"region-{region}" for _language, region, _place in places}
    for subject in told["subjects"]:
        left = chance.sample(places, len(places))
        for space, people in sorted(rooms, key=lambda room: room[0].slug not in regions):
            is_anywhere = space.slug not in regions
            fits = next(each for each in left if is_anywhere or space.slug == f"region-{each[1]}")
            left.remove(fits)
            language, _region, place = fits
            yield space, people, language, place, subject


class Talk:
    """One discussion: begun by somebody, answered within days, perhaps closed."""

    def __init__(self, space, people, language, place, subject, *, age, chance):
        words, begun = subject[language], days_ago(age)
        starter, *others = chance.sample(people, min(len(people), 4))
        answers = words["answers"] if chance.randrange(UNANSWERED) else []
        said = [(starter, words["text"], 0.0)]
        hours = 0.0
        for number, answer in enumerate(answers):
            hours += chance.uniform(2, 60)
            if hours < age * 24:
                said.append((others[number % len(others)], answer, hours))
        self.themes, self.people = subject["themes"], people
        self.thread = Thread(
            space=space,
            kind=subject["kind"],
            title=words["title"].format(place=place),
            language=language,
            starter=starter,
            number_of_posts=len(said),
            created_at=begun,
            last_post_at=begun + timedelta(hours=said[-1][2]),
        )
        self.said = said
        if len(said) > 1 and age > 30 and "conclusion" in words and not chance.randrange(CLOSED):
            self.thread.conclusion, self.thread.closed_by = words["conclusion"], starter
            self.thread.closed_at = self.thread.last_post_at + timedelta(days=3)

    @cached_property
    def posts(self):
        """What was said, once the discussion has a key."""
        thread = self.thread
        return [
            Post(
                thread=thread,
                author=author,
                text=text,
                language=thread.language,
                created_at=thread.created_at + timedelta(hours=hours),
            )
            for author, text, hours in self.said
        ]


def keep_what_follows(talks, chance):
    """Themes, who follows, and who found an answer useful."""
    themes = dict(Theme.objects.values_list("slug", "pk"))
    Tagged = Thread.themes.through
    Tagged.objects.bulk_create(
        Tagged(thread=talk.thread, theme_id=themes[slug]) for talk in talks for slug in talk.themes
    )
    Follow.objects.bulk_create(
        Follow(thread=talk.thread, person=person, created_at=talk.thread.created_at)
        for talk in talks
        for person in dict.fromkeys(post.author for post in talk.posts)
    )
    Reaction.objects.bulk_create(
        Reaction(post=post, person=person, kind="useful", created_at=post.created_at + timedelta(hours=1))
        for talk in talks
        for post in talk.posts[1:]
        for person in chance.sample(talk.people, chance.randrange(min(len(talk.people), 4)))
        if person != post.author
    )


def note_activity(talks):
    """The trace of it, announced long ago."""
    of = {model: ContentType.objects.get_for_model(model) for model in (Thread, Post)}

    def done(obj, verb, actor, moment):
        return Activity(
            verb=verb,
            actor=actor,
            content_type=of[type(obj)],
            object_id=obj.pk,
            source=Activity.Source.PAGE,
            created_at=moment,
            announced_at=moment,
        )

    traces = []
    for talk in talks:
        thread = talk.thread
        traces.append(done(thread, "started", thread.starter, thread.created_at))
        traces += [done(post, "posted", post.author, post.created_at) for post in talk.posts]
        if thread.closed_at:
            traces.append(done(thread, "closed", thread.closed_by, thread.closed_at))
    Activity.objects.bulk_create(traces, batch_size=1000)
