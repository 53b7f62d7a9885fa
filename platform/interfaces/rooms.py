"""The rooms of the four Interfaces: open to all partners; who moderates is said one by one."""

from django.urls import reverse
from django.utils.translation import gettext as _

from spaces.models import Membership
from spaces.rooms import Room, register


class RoomOfInterface(Room):
    """Everybody of a partner organisation is let in and writes; nobody belongs there more than others."""

    owner_path = "interface"
    position = 25
    follows = ("interface",)

    def name(self, space):
        return space.interface.name

    def crumbs(self, space):
        return [
            (_("Interfaces"), reverse("interfaces:list")),
            (space.interface.short, space.interface.get_absolute_url()),
        ]

    def members(self):
        return Membership.objects.none()


register(RoomOfInterface())
