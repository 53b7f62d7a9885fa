"""The rooms of the five large regions: those who live there belong there."""

from django.db.models import F
from django.utils.translation import gettext as _

from partners.models import Affiliation
from regions.models import Region
from spaces.models import Space
from spaces.rooms import Room, register


class RoomOfRegion(Room):
    """People of organisations of the Initiative who live in the region."""

    owner_path = "region"
    position = 40
    follows = ("region",)

    def name(self, space):
        return space.region.name

    def crumbs(self, space):
        return [(_("Region %(name)s") % {"name": space.region.name}, space.get_absolute_url())]

    def members(self):
        return Affiliation.objects.in_force().annotate(space_id=F("person__country__region__parent__space"))


register(RoomOfRegion())


def load_regional_spaces():
    """A room for each large region, open to all partners."""
    for region in Region.objects.large().filter(space=None):
        Space.objects.create(slug=f"region-{region.slug}", region=region, audience=Space.Audience.PARTNERS)
