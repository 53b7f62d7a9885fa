"""A room in which people of one kind meet: what lies in it is seen by whom its audience lets in."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models import Affiliation, Partner
from spaces.rooms import follows, room_of, rooms

# The leaders of all task forces meet here; it belongs to no task force.
LEADERS = "leaders"


class SpaceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Where `user` belongs, and where the audience lets her in; all for the secretariat."""
        if user.has_perm("spaces.view_space"):
            return self
        Audience = self.model.Audience
        if not user.is_authenticated:
            return self.filter(audience=Audience.PUBLIC)
        affiliations = Affiliation.objects.in_force().filter(person=user)
        funders = affiliations.filter(partner__in=Partner.objects.funders())
        let_in = models.Q(audience__in=[Audience.PUBLIC, Audience.SIGNED_IN])
        let_in |= models.Q(models.Exists(affiliations), audience=Audience.PARTNERS)
        let_in |= models.Q(models.Exists(funders), audience=Audience.FUNDERS)
        let_in |= models.Q(~models.Exists(affiliations), audience=Audience.FRIENDS)
        # People of a college and members are told by the domain whose room it is.
        return self.filter(let_in | belonging(user))

    def with_owner(self):
        """Each space with whose it is, so that its name asks nothing more."""
        return self.select_related(*follows())


def belonging(person, path="pk"):
    """Condition: `path` is a space `person` belongs to."""
    condition = models.Q(pk__in=[])
    for room in rooms():
        condition |= models.Q(**{f"{path}__in": room.members().filter(person=person).values("space_id")})
    return condition


class Space(Recorded, models.Model):
    """A room: its owner points to it, what is held in it points to it, and inherits who may see it."""

    class Audience(models.TextChoices):
        PUBLIC = "public", _("everybody")
        SIGNED_IN = "signed_in", _("everybody who is signed in")
        PARTNERS = "partners", _("people of partner organisations")
        COLLEGE = "college", _("people of this college")
        FUNDERS = "funders", _("people of organisations that fund")
        FRIENDS = "friends", _("friends without organisation")
        MEMBERS = "members", _("those who belong there")

    slug = models.SlugField(_("slug"), unique=True)
    audience = models.CharField(_("audience"), max_length=10, choices=Audience.choices, default=Audience.MEMBERS)

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ["slug"]
        default_permissions = ["view"]
        permissions = [("enter_space", _("Can read what lies in a space"))]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The page of whose room it is."""
        return self.crumbs[-1][1]

    @property
    def room(self):
        """What its domain says of it, or None while nobody owns it."""
        return room_of(self)

    @property
    def owner(self):
        """What it is the room of, or None where the whole Initiative owns it."""
        return self.room and self.room.owner(self)

    @property
    def title(self):
        """What people call it."""
        return str(self.room.name(self)) if self.room else self.slug

    @property
    def crumbs(self):
        """[(title, address)] down to the page of whose room it is."""
        return self.room.crumbs(self)

    @property
    def meetings_url(self):
        """The list of its meetings."""
        return self.room.meetings_url(self)

    @property
    def is_of_all_leaders(self):
        """Whether it is the room of the leaders of all task forces."""
        return self.slug == LEADERS

    def members(self):
        """The ids of those who belong here now, as a condition on people."""
        room = self.room
        return room.members().filter(space_id=self.pk).values("person_id") if room else []
