"""Rooms on the stage: who was let in, an Interface with a pin, an action of the college Carla represents."""

from functools import cached_property

from colleges.models import Action
from interfaces.models import Interface
from spaces.models import Membership, Space


class RoomsOnStage:
    """Victor was let into the room of Research; Carla's college has a plan."""

    @cached_property
    def membership(self):
        return self.research.space.admit(self.victor, role=Membership.Role.MEMBER, by=self.sofia)

    @cached_property
    def research(self):
        return Interface.objects.select_related("space").get(slug="research")

    @cached_property
    def projects_interface(self):
        return Interface.objects.select_related("space").get(slug="projects")

    @cached_property
    def research_space(self):
        return self.research.space

    @cached_property
    def projects_space(self):
        return self.projects_interface.space

    @cached_property
    def a2_space(self):
        return Space.objects.get(pk=self.a2.space_id)

    @cached_property
    def pin(self):
        return self.projects_interface.pin(self.idea, by=self.sofia)

    @cached_property
    def action(self):
        """Carla sees to it."""
        return Action.plan(self.bureau_mandate.college, title="Count the farms", owner=self.carla, by=self.sofia)
