"""A room in which people of one kind meet: what lies in it is seen by whom its audience lets in."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.models import Recorded
from partners.models import Affiliation, Partner
from spaces.models.belonging import belonging, moderating
from spaces.models.membership import Membership
from spaces.rooms import follows, owner_paths, room_of

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

    def owned(self):
        """Those whose owner is known: a room nobody owns is nobody's to enter."""
        condition = models.Q(slug=LEADERS)
        for path in owner_paths():
            condition |= models.Q(**{f"{path}__isnull": False})
        return self.filter(condition)

    def moderated_by(self, person):
        """Where `person` moderates now, by what she is or by a membership; the secretariat moderates by right."""
        return self.filter(moderating(person)) if person.is_authenticated else self.none()

    def with_standing_of(self, user):
        """Each space with what `user` is there, so that her rights on the pages of one request ask nothing more.

        Adds `is_own` (she belongs there) and `is_moderated` (she moderates it).
        """
        nowhere = models.Value(False)  # noqa: FBT003
        standing = {"is_own": nowhere, "is_moderated": nowhere}
        if user.is_authenticated:
            # By a condition, not by EXISTS: PostgreSQL plans what stands in that twice, to choose between the two.
            standing = {
                "is_own": models.Case(models.When(belonging(user), then=True), default=False),
                "is_moderated": models.Case(models.When(moderating(user), then=True), default=False),
            }
        return self.annotate(standing_of=models.Value(user.pk, models.BigIntegerField()), **standing)


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

    # The regions stand a floor below: theirs is the only owner a space points to.
    region = models.OneToOneField(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="space",
        verbose_name=_("region"),
    )

    objects = SpaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("space")
        verbose_name_plural = _("spaces")
        ordering = ["slug"]
        default_permissions = ["view"]
        permissions = [
            ("enter_space", _("Can read what lies in a space")),
            ("post_space", _("Can write in a space")),
            ("moderate_space", _("Can moderate a space")),
            ("open_space", _("Can say to whom a space is open")),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """Its overview."""
        return reverse("spaces:detail", args=[self.slug])

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
    def owner_url(self):
        """The page of whose room it is."""
        return self.crumbs[-1][1]

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
        pairs = [self.room.members()] if self.room else []
        return self._people([*pairs, Membership.objects.in_force()]).values(person_id=models.F("pk"))

    def moderators(self):
        """Who moderates here now, besides the secretariat: a queryset of people."""
        pairs = self.room.moderators() if self.room else None
        declared = [] if pairs is None else [pairs]
        return self._people([*declared, Membership.objects.in_force().moderators()])

    def _people(self, all_pairs):
        """The people of the pairs that are about this space."""
        here = models.Q()
        for pairs in all_pairs:
            here |= models.Q(pk__in=pairs.filter(space_id=self.pk).values("person_id"))
        return User.objects.filter(here)

    def readers(self):
        """Everybody with an account in use who is let in now: `visible_to` seen from the other side."""
        Audience = self.Audience
        people = User.objects.active()
        if self.audience in (Audience.PUBLIC, Audience.SIGNED_IN):
            return people
        affiliations = Affiliation.objects.in_force().filter(person=models.OuterRef("pk"))
        let_in = models.Q(is_staff=True) | models.Q(pk__in=self.members())
        if self.audience == Audience.PARTNERS:
            let_in |= models.Q(models.Exists(affiliations))
        elif self.audience == Audience.FUNDERS:
            let_in |= models.Q(models.Exists(affiliations.filter(partner__in=Partner.objects.funders())))
        elif self.audience == Audience.FRIENDS:
            let_in |= ~models.Q(models.Exists(affiliations))
        return people.filter(let_in)

    @transaction.atomic
    def admit(self, person, *, by, role=Membership.Role.MEMBER):
        """`person` belongs here from now on, as `role`; returns the Membership.

        Raises ValidationError for somebody who cannot sign in or belongs here by a membership already.
        """
        # Two colleagues who admit the same person wait for each other here.
        Space.objects.select_for_update().get(pk=self.pk)
        if not person.is_active:
            raise ValidationError({"person": _("Only somebody with an active account can be let in.")})
        if self.memberships.open().filter(person=person).exists():
            raise ValidationError({"person": _("This person belongs to the space already.")})
        membership = Membership.objects.create(space=self, person=person, role=role)
        membership.record("admitted", by=by, space=self.pk, role=role)
        return membership

    @transaction.atomic
    def open_to(self, audience, *, by):
        """From now on `audience` is let in. What lies here is seen by them the same moment."""
        self.refresh_from_db(fields=["audience"], from_queryset=Space.objects.select_for_update())
        before, self.audience = self.audience, audience
        self.full_clean(exclude=["slug"])
        self.save(update_fields=["audience"])
        self.record("opened", by=by, before=before, after=audience)
