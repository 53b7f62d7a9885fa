"""Somebody in a room, an action of a college, something pinned in an Interface."""

import factory

from colleges.models import Action, College
from interfaces.models import Interface
from spaces.models import Membership, Space
from tests.factories import UserFactory
from tests.factories.projects import IdeaFactory


def room(slug="interface-research"):
    """The space of this slug."""
    return Space.objects.get(slug=slug)


def admitted(slug="interface-research", *, person=None, role=Membership.Role.MEMBER, by=None):
    """A membership of somebody in a room."""
    return room(slug).admit(person or UserFactory(), role=role, by=by)


class ActionFactory(factory.django.DjangoModelFactory):
    """An action of the first college, seen to by nobody."""

    class Meta:
        model = Action

    college = factory.LazyFunction(lambda: College.objects.order_by("number")[0])
    title = factory.Sequence(lambda number: f"Write letter {number}")

    @classmethod
    def _create(cls, model_class, *, college, by=None, **facts):
        return model_class.plan(college, by=by, **facts)


def pinned(obj=None, slug="projects"):
    """A pin of an idea in an Interface."""
    return Interface.objects.get(slug=slug).pin(obj or IdeaFactory(), by=None)
