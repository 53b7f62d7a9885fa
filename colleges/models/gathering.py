"""The five colleges and the two groups. Who stands in them follows from the organisations' facts."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from core.models import Recorded
from partners.models import Partner
from spaces.models import Space


class GatheringQuerySet(models.QuerySet):
    def with_room_for(self, user):
        """Each with its space, and whether `user` may enter it: `lets_in`."""
        spaces = Space.objects.visible_to(user).filter(pk=models.OuterRef("space"))
        return self.select_related("space").annotate(lets_in=models.Exists(spaces))


class CollegeQuerySet(GatheringQuerySet):
    def visible_to(self, user):
        """The colleges are public."""
        return self

    def of(self, partner):
        """The college `partner` stands in: by its placement if the secretariat made one, by its type otherwise."""
        placed = Placement.objects.filter(partner=partner)
        by_type = models.Q(types__contains=[partner.type]) & ~models.Exists(placed)
        return self.filter(by_type | models.Q(pk__in=placed.values("college"))).first()


class Gathering(models.Model):
    """A name, a short name and a description, in three languages, edited by the secretariat."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=160)
    short = models.CharField(_("short name"), max_length=40)
    description = models.TextField(_("description"))
    space = models.OneToOneField(
        "spaces.Space", on_delete=models.PROTECT, related_name="%(class)s", verbose_name=_("space"), editable=False
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.name


class College(Gathering):
    """One of the five colleges of the Forum of Partners."""

    number = models.PositiveSmallIntegerField(_("number"), unique=True)
    types = ArrayField(
        models.CharField(max_length=30, choices=Partner.Type.choices), verbose_name=_("types of organisation")
    )

    objects = CollegeQuerySet.as_manager()

    class Meta:
        verbose_name = _("college")
        verbose_name_plural = _("colleges")
        ordering = ["number"]
        permissions = [("moderate_college", _("Can moderate a college"))]

    def clean(self):
        others = College.objects.exclude(pk=self.pk).filter(types__overlap=self.types or [])
        if others.exists():
            raise ValidationError({"types": _("A type of organisation stands in one college only.")})

    def get_absolute_url(self):
        return reverse("colleges:detail", args=[self.slug])

    @property
    def partners(self):
        """Organisations standing in this college: by type, unless the secretariat has placed them elsewhere."""
        return Partner.objects.filter(self.holds)

    @property
    def holds(self):
        """Condition on organisations: stands in this college."""
        return models.Q(type__in=self.types, placement=None) | models.Q(placement__college=self)


class Placement(Recorded, models.Model):
    """The secretariat's exception: this organisation stands in another college than its type says."""

    partner = models.OneToOneField(
        Partner, on_delete=models.CASCADE, related_name="placement", verbose_name=_("organisation")
    )
    college = models.ForeignKey(College, on_delete=models.PROTECT, related_name="placements", verbose_name=_("college"))
    reason = models.TextField(_("reason"))
    placed_at = models.DateTimeField(_("placed"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["-placed_at"]

    def __str__(self):
        return f"{self.partner} → {self.college.short}"

    @classmethod
    @transaction.atomic
    def place(cls, partner, college, *, reason, by):
        """`partner` stands in `college` from now on, whatever its type; the reason is kept."""
        if not reason.strip():
            raise ValidationError({"reason": _("Say why the organisation stands in another college.")})
        placement, _created = cls.objects.update_or_create(
            partner=partner, defaults={"college": college, "reason": reason, "placed_at": timezone.now()}
        )
        placement.record("placed", by=by, partner=partner.pk, college=college.number, reason=reason)
        return placement

    @transaction.atomic
    def lift(self, *, by):
        """The organisation goes back to the college of its type."""
        self.record("lifted", by=by, partner=self.partner_id, college=self.college.number)
        self.delete()


class Group(Gathering):
    """A group across the colleges: the funders, the friends."""

    FUNDERS, FRIENDS = "funders", "friends"

    objects = GatheringQuerySet.as_manager()

    class Meta:
        verbose_name = _("group")
        verbose_name_plural = _("groups")
        ordering = ["slug"]

    def get_absolute_url(self):
        return reverse(f"colleges:{self.slug}")

    @property
    def partners(self):
        """Organisations of the group: the funders, or none."""
        return Partner.objects.funders() if self.slug == self.FUNDERS else Partner.objects.none()

    @property
    def people(self):
        """Individuals of the group: the friends, or none."""
        return User.objects.friends() if self.slug == self.FRIENDS else User.objects.none()
