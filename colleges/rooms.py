"""The rooms of the five colleges, of the funders and of the friends."""

from django.db.models import BigIntegerField, Exists, F, Func, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import User
from colleges.models import BureauMandate, College, Group
from partners.models import Affiliation, Partner
from spaces.rooms import Room, register


class RoomOfCollege(Room):
    """People of the organisations that stand in the college; whoever represents it in the Bureau moderates."""

    owner_path = "college"
    position = 30
    follows = ("college",)

    def name(self, space):
        return space.college.short

    def crumbs(self, space):
        return [(_("Colleges"), reverse("colleges:list")), (space.college.short, space.college.get_absolute_url())]

    def pages(self, space):
        return [(_("Plan of action"), reverse("colleges:plan", args=[space.college.slug]), "plan")]

    def members(self):
        types = Func(OuterRef("partner__type"), template="ARRAY[%(expressions)s]::varchar[]")
        by_type = College.objects.filter(types__contains=types).order_by().values("space")[:1]
        placed = F("partner__placement__college__space")
        return Affiliation.objects.in_force().annotate(
            space_id=Coalesce(placed, Subquery(by_type), output_field=BigIntegerField())
        )

    def moderators(self):
        standing = self.members().filter(person=OuterRef("person"), space_id=OuterRef("college__space"))
        mandates = BureauMandate.objects.running().filter(Exists(standing), person__is_active=True)
        return mandates.annotate(space_id=F("college__space"))


class RoomOfGroup(Room):
    """The room of the group `slug`."""

    owner_path = "group"
    position = 35
    follows = ("group",)
    slug = ""

    def holds(self, space):
        return super().holds(space) and space.group.slug == self.slug

    def name(self, space):
        return space.group.short

    def crumbs(self, space):
        return [(_("Colleges"), reverse("colleges:list")), (space.group.short, space.group.get_absolute_url())]

    def own_space(self):
        """SQL for the key of the group's space."""
        return Subquery(Group.objects.filter(slug=self.slug).values("space")[:1])


class RoomOfFunders(RoomOfGroup):
    """People of organisations that fund."""

    slug = Group.FUNDERS

    def members(self):
        funders = Affiliation.objects.in_force().filter(partner__in=Partner.objects.funders())
        return funders.annotate(space_id=self.own_space())


class RoomOfFriends(RoomOfGroup):
    """Everybody who has an account and no organisation."""

    slug = Group.FRIENDS

    def members(self):
        return User.objects.friends().annotate(space_id=self.own_space(), person_id=F("pk"))


room_of_college = register(RoomOfCollege())
register(RoomOfFunders())
register(RoomOfFriends())
