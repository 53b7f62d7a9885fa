"""Discussions and the posts in them."""

import factory

from discussions.models import Thread
from spaces.models import Space
from taskforces.models import TaskForce
from tests.factories import partner_person


def space_of_a2():
    """The room of task force A2."""
    return TaskForce.objects.with_objective().get(objective__code="A2").space


def opened_to(audience):
    """The same room, open to `audience`."""
    Space.objects.filter(pk=space_of_a2().pk).update(audience=audience)
    return space_of_a2()


class ThreadFactory(factory.django.DjangoModelFactory):
    """Somebody of a partner began a discussion in the room of A2."""

    class Meta:
        model = Thread

    title = "Which cover crops stand drought?"
    text = "We tried vetch and lost half of it."
    kind = Thread.Kind.DISCUSSION
    language = "en"

    @classmethod
    def _create(cls, model_class, *, starter=None, space=None, **words):
        return model_class.objects.start(space or space_of_a2(), by=starter or partner_person(), **words)


def answered(thread=None, *, author=None, text="Cowpea stands it.", **words):
    """A second post in `thread`."""
    return (thread or ThreadFactory()).reply(text, language="en", by=author or partner_person(), **words)


def hidden(by, post=None):
    """A post that `by` has hidden."""
    post = post or answered()
    post.hide("Off topic.", by=by)
    return post


def appealed(by):
    """A hidden post whose author objects."""
    post = hidden(by)
    post.appeal("It is on topic.", by=post.author)
    return post


def reported(by=None):
    """The report about a post."""
    return answered().report("It sells something.", by=by or partner_person())
