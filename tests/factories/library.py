"""Works in the libraries of rooms."""

import factory

from core.uploads import clean_upload
from library.models import Work
from spaces.models import Space
from tests.factories import partner_person
from tests.papers import upload


def africa():
    """The room of the region, open to all partners."""
    return Space.objects.with_owner().get(slug="region-africa")


def paper(name="guide.pdf"):
    """A document as the verbs take it."""
    return clean_upload(upload(name=name))


class WorkFactory(factory.django.DjangoModelFactory):
    """Somebody of a partner put a guide into the library of Africa; at a web address unless there is an `upload`."""

    class Meta:
        model = Work

    type = "guide"
    language = "en"
    # Titles that are not alike.
    title = factory.Sequence(lambda number: f"{hex(number * 7919 + 4096)[2:]} {hex(number * 104729)[2:]} soils")

    @classmethod
    def _create(cls, model_class, *, space=None, by=None, upload=None, address="", reason="", **facts):
        address = address or ("" if upload else "https://guide.example/")
        where = {"upload": upload, "address": address}
        work = model_class.objects.add(space or africa(), by=by or partner_person(), **where, **facts)
        if reason:
            work.withdraw(reason, by=None)
        return work
