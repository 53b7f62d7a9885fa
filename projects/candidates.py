"""Whom a Project Team may ask: people of partners who are near the idea already."""

from django.db.models import Q

from partners.models import Affiliation
from projects.models import Support, TeamMember
from taskforces.models import Seat


def candidates(idea, user):
    """Affiliations in force of the idea's author, its supporters and, if `user` reads their names, of the members.

    Whoever has an open place in the team is left out.
    """
    near = Q(person=idea.author_id) | Q(person__in=Support.objects.filter(idea=idea).values("person"))
    if user.has_perm("taskforces.view_members_taskforce", idea.task_force):
        near |= Q(person__in=Seat.objects.open().filter(task_force=idea.task_force_id).values("person"))
    asked = TeamMember.objects.open().filter(team__idea=idea).values("person")
    people = Affiliation.objects.in_force().filter(near, person__is_active=True).exclude(person__in=asked)
    return people.select_related("person", "partner").order_by("person__name", "partner__name")
