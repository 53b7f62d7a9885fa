"""Whom a post mentions: "@Amina Diallo" of somebody who takes part, or who belongs to the space and shows her name."""

from django.db.models import Q, Value
from django.db.models.functions import Concat, Length, StrIndex

from accounts.models import shows_name
from core.search import as_plain
from discussions.models.finding import plain

MOST = 10


def people_mentioned(text, thread, *, by):
    """The people whose names follow an @ in `text`, at most ten, the longest names first; `by` is not among them."""
    if "@" not in text:
        return []
    words = as_plain(text)
    writers = Q(pk__in=thread.posts.order_by().values("author_id"))
    named = Q(shows_name("pk"), pk__in=thread.space.members())
    at_name = StrIndex(Value(words), Concat(Value("@"), plain("name")))
    people = thread.space.readers().filter(writers | named).exclude(pk=by.pk).exclude(name="")
    longest_first = people.alias(place=at_name).filter(place__gt=0).order_by(Length("name").desc(), "pk")
    return _each_once(words, longest_first[: 5 * MOST])[:MOST]


def _each_once(words, people):
    """Those of `people` whose whole name stands there: "@Ana Li" is not mentioned by "@Ana Lima"."""
    mentioned = []
    for person in people:
        name = f"@{as_plain(person.name)}"
        start = words.find(name)
        while start >= 0:
            end = start + len(name)
            if not words[end : end + 1].isalnum():
                mentioned.append(person)
                words = words[:start] + " " * len(name) + words[end:]
                break
            start = words.find(name, end)
    return mentioned
