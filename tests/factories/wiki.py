"""The smallest valid pages of a wiki."""

import factory

from taskforces.models import TaskForce
from wiki.models import Page


class PageFactory(factory.django.DjangoModelFactory):
    """The leader of A2, or whoever is given, wrote a page in the room of A2."""

    class Meta:
        model = Page

    title = factory.Sequence(lambda number: f"Page {number}")
    text = "What we know."
    language = "en"

    @classmethod
    def _create(cls, model_class, *, by, space=None, **words):
        space = space or TaskForce.objects.get(objective__code="A2").space
        return model_class.objects.write(space, by=by, **words)


def edited(page, *texts, by):
    """The same page after one edition for each of `texts`."""
    for text in texts:
        page.edit(text, seen=page.number, by=by)
    return page
