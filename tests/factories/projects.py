"""Ideas and Project Teams."""

import factory

from projects.models import Idea
from taskforces.models import Role, TaskForce
from tests.factories import UserFactory, partner_person


class IdeaFactory(factory.django.DjangoModelFactory):
    """Somebody with a seat in A2 proposed an idea there."""

    class Meta:
        model = Idea

    title = "Hedges for Parakou"
    summary = "Rows of Gliricidia between the plots."

    @classmethod
    def _create(cls, model_class, *, author=None, task_force=None, **words):
        task_force = task_force or TaskForce.objects.with_objective().get(objective__code="A2")
        author = author or UserFactory()
        if not task_force.is_home_of(author):
            task_force.seat(author, Role.MEMBER, by=None)
        return model_class.objects.propose(task_force, by=author, **words)


def partner_of(person):
    """The first organisation somebody belongs to."""
    return person.organisations[0]


def team(idea=None, *, coordinator=None, by=None):
    """A Project Team whose coordinator has been asked."""
    idea, coordinator = idea or IdeaFactory(), coordinator or partner_person()
    return idea.form_team(
        name="Team Hedges",
        purpose="Plant and measure.",
        coordinator=coordinator,
        partner=partner_of(coordinator),
        by=by,
    )


def formed_team(idea=None):
    """One in which people of two partners have accepted."""
    made = team(idea)
    for member in [*made.members.all(), ask(made, partner_person())]:
        member.accept(by=member.person)
    return made


def ask(made, person):
    """Somebody is asked into a team, for the first organisation she belongs to."""
    return made.ask(person, partner_of(person), by=None)
