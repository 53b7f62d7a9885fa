"""Practice datasheets at every step of their way."""

from datetime import UTC, datetime

import factory

from core.uploads import clean_upload
from practices.models import Illustration, Practice
from tests.factories import UserFactory
from tests.papers import logo

# The least a sheet says before it can be submitted.
SHORT = {
    "short_description": "Straw is left on the beds.",
    "description": "After the harvest, straw is spread 5 cm deep between the rows and left to rot.",
    "basis": "field_experience",
    "results": "The soil stays moist two weeks longer.",
    "countries": ["SN"],
    "land_use": ["cropland_annual"],
    "purposes": ["improve_production"],
}
MEASURED = {
    "carbon": [
        {
            "kind": "stock",
            "value": 48.5,
            "depth_cm": 30,
            "baseline": 41,
            "years": 6,
            "method": "dry_combustion",
            "bulk_density": 1.35,
            "sites": 4,
        }
    ]
}


class PracticeFactory(factory.django.DjangoModelFactory):
    """A draft with its short form filled, or at the `status` that is asked for; `answers` are written, too."""

    class Meta:
        model = Practice

    title = factory.Sequence(lambda number: f"Mulching {hex(number * 7919 + 4096)[2:]} {hex(number * 104729)[2:]}")
    language = "en"

    @classmethod
    def _create(cls, model_class, *, author=None, status="draft", answers=None, organisation=None, **words):
        author = author or UserFactory()
        practice = model_class.objects.begin(by=author, organisation=organisation, **words)
        assert not practice.write(SHORT | (answers or {}), by=author)
        practice.let_go(by=author)
        return moved_to(practice, status)


def moved_to(practice, status):
    """The sheet led to `status` by the verbs people use."""
    author = practice.author
    if status == "draft":
        return practice
    practice.submit(by=author)
    if status in ("reviewed", "published", "archived"):
        practice.review(by=None)
    if status == "rejected":
        practice.reject("There is nothing about soils in it.", by=None)
    if status in ("published", "archived"):
        practice.publish(by=None)
    if status == "archived":
        practice.archive("It was withdrawn by its author.", by=None)
    return practice


def published_as_42(practice, *, authors):
    """The version of a reviewed sheet as golden files tell of it: they know neither keys of a database nor today."""
    practice.authors = authors
    practice.save()
    version = practice.publish(by=None)
    version.practice.pk = 42
    version.published_at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    return version


def illustrated(practice, *, kind="photo", caption="Straw between the rows", upload=None):
    """An Illustration put on the sheet by its author."""
    facts = {"kind": kind, "caption": caption, "licence": "cc-by", "agreed": True}
    return Illustration.objects.add(practice, clean_upload(upload or logo()), by=practice.author, **facts)
