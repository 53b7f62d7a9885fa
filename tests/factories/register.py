"""What a task force has found, and what it misses."""

import factory

from regions.models import Region
from taskforces.models import Gap, RegisterItem, TaskForce
from tests.factories import UserFactory


def region(slug):
    """The large region of this name."""
    return Region.objects.get(slug=slug)


class RegisterItemFactory(factory.django.DjangoModelFactory):
    """An article on soils in A2's register, worldwide, added by somebody."""

    class Meta:
        model = RegisterItem

    task_force = factory.LazyFunction(lambda: TaskForce.objects.get(objective__code="A2"))
    added_by = factory.SubFactory(UserFactory)
    type = "literature"
    # Titles that are not alike.
    title = factory.Sequence(lambda number: f"{hex(number * 7919 + 4096)[2:]} {hex(number * 104729)[2:]} soils")

    @classmethod
    def _create(cls, model_class, *, task_force, added_by, **facts):
        return model_class.add(task_force, by=added_by, **facts)


class GapFactory(factory.django.DjangoModelFactory):
    """Something A2 misses worldwide."""

    class Meta:
        model = Gap

    task_force = factory.LazyFunction(lambda: TaskForce.objects.get(objective__code="A2"))
    named_by = factory.SubFactory(UserFactory)
    statement = factory.Sequence(lambda number: f"Nobody measures number {number}")

    @classmethod
    def _create(cls, model_class, *, task_force, named_by, **facts):
        return model_class.name(task_force, by=named_by, **facts)
