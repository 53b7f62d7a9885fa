"""The rooms of the task forces: one for each, and one where the leaders of all meet."""

from django.db.models import F, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from events.invitations import invites
from events.models import Meeting
from spaces.models import LEADERS, Space
from spaces.rooms import Room, register
from taskforces.models import Seat


class RoomOfTaskForce(Room):
    """Everybody who has a seat belongs there."""

    owner_path = "task_force"
    position = 20
    follows = ("task_force__objective",)

    def name(self, space):
        return _("Task force %(code)s") % {"code": space.task_force.code}

    def crumbs(self, space):
        return [(_("Task forces"), reverse("taskforces:list")), (self.name(space), space.task_force.get_absolute_url())]

    def meetings_url(self, space):
        return space.task_force.meetings_url

    def members(self):
        return of_own_space(Seat.objects.open())

    def moderators(self):
        return of_own_space(Seat.objects.in_force().leaders())


class RoomOfLeaders(Room):
    """The leaders of all task forces, whoever they are now."""

    position = 10

    def holds(self, space):
        return space.slug == LEADERS

    def name(self, space):
        return _("Leaders of the task forces")

    def crumbs(self, space):
        return [(_("Task forces"), reverse("taskforces:list")), (self.name(space), self.meetings_url(space))]

    def meetings_url(self, space):
        return reverse("taskforces:leader-meetings")

    def members(self):
        return in_the_common_space(Seat.objects.in_force().leaders())


def of_own_space(seats):
    """Pairs of the people of `seats` with the spaces of their task forces."""
    return seats.annotate(space_id=F("task_force__space"))


def in_the_common_space(seats):
    """Pairs of the people of `seats` with the space of all leaders."""
    return seats.annotate(space_id=Subquery(Space.objects.filter(slug=LEADERS).values("pk")[:1]))


register(RoomOfTaskForce())
register(RoomOfLeaders())


@invites(Meeting.Kind.LEADER)
def leaders_of_all():
    return in_the_common_space(Seat.objects.in_force().leaders())


@invites(Meeting.Kind.PLANNING)
def leader_and_representatives():
    return of_own_space(Seat.objects.in_force().leading())


@invites(Meeting.Kind.MEMBER, by_region=True)
def everybody():
    """With the region each represents or, for the others, lives in."""
    seats = Seat.objects.open().annotate(home_region=Coalesce("region", "person__country__region__parent"))
    return of_own_space(seats)
