"""The organisation. Its facts decide what its people may do, at the moment of asking."""

from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from core.search import Unaccented
from partners.models.finding import Finding
from partners.models.merging import Heirs, Merging
from partners.models.placing import Placing
from partners.models.standing import Standing


class PartnerQuerySet(Finding, Heirs):
    def in_force(self):
        """Organisations that are partner or member now."""
        return self.filter(status__in=Partner.IN_FORCE)

    def visible_to(self, user):
        """Active partners and members; her own organisations; everything for the secretariat."""
        if user.has_perm("partners.view_partner"):
            return self
        from partners.models.affiliation import Affiliation

        shown = models.Q(status__in=Partner.IN_FORCE)
        if user.is_authenticated:
            shown |= models.Q(pk__in=Affiliation.objects.active().filter(person=user).values("partner"))
        return self.filter(shown)

    def nobody_speaks_for(self):
        """Those in force without a focal point who may sign in."""
        from partners.models.affiliation import Affiliation

        spoken_for = Affiliation.objects.focal_points().values("partner")
        return self.in_force().exclude(pk__in=spoken_for)

    def called(self, name):
        """Those of exactly this name, case and accents ignored, in whatever country."""
        plain = self.alias(same_name=Unaccented(models.functions.Lower("name")))
        return plain.filter(same_name=Unaccented(models.functions.Lower(models.Value(name))))

    def funders(self):
        """Organisations of the funders group: those whose type funds by nature, and those that say they give funds."""
        return self.filter(models.Q(type__in=Partner.ALWAYS_FUNDERS) | models.Q(gives_funds=True))

    def in_region(self, region):
        """Organisations based in `region`, a large one or a part."""
        return self.filter(models.Q(country__region=region) | models.Q(country__region__parent=region))

    def by_name(self):
        """Sorted as a reader expects: case and accents ignored."""
        return self.order_by(Unaccented(models.functions.Lower("name")), "pk")


class Partner(Recorded, Standing, Placing, Merging, models.Model):
    """An organisation of the Initiative, or one that would like to be."""

    class Type(models.TextChoices):
        STATE = "state", _("State, province or local authority")
        INTERNATIONAL_ORGANISATION = "international_organisation", _("International or regional organisation")
        DEVELOPMENT_BANK = "development_bank", _("Development bank")
        RESEARCH = "research", _("Research or teaching institution")
        PRODUCERS = "producers", _("Agricultural or forestry producers’ organisation")
        CIVIL_SOCIETY = "civil_society", _("Civil society, association or NGO")
        FOUNDATION = "foundation", _("Foundation or donor")
        COMPANY = "company", _("Private company")

    class Nature(models.TextChoices):
        PUBLIC = "public", _("public")
        NON_PROFIT = "non_profit", _("non-profit")
        COMMERCIAL = "commercial", _("commercial")

    ALWAYS_FUNDERS = (Type.DEVELOPMENT_BANK, Type.FOUNDATION)
    NEVER_FUNDERS = (Type.RESEARCH, Type.PRODUCERS)

    name = models.CharField(_("name"), max_length=200)
    acronym = models.CharField(_("acronym"), max_length=30, blank=True)
    slug = models.SlugField(
        _("address"), max_length=80, unique=True, help_text=_("The last part of its page’s address.")
    )
    type = models.CharField(_("type"), max_length=30, choices=Type.choices)
    nature = models.CharField(
        _("legal nature"),
        max_length=12,
        choices=Nature.choices,
        help_text=_("A commercial body can be a partner, never a member."),
    )
    country = models.ForeignKey(
        "regions.Country", on_delete=models.PROTECT, related_name="partners", verbose_name=_("country")
    )
    place = models.ForeignKey(
        "regions.Place",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="partners",
        verbose_name=_("city"),
        help_text=_("Where it stands on the map; without it, at its country."),
    )
    website = models.URLField(_("website"), blank=True)
    gives_funds = models.BooleanField(
        _("gives funds"),
        default=False,
        help_text=_("Puts it in the funders group; development banks and foundations are there anyway."),
    )
    created_at = models.DateTimeField(_("registered"), default=timezone.now, editable=False)

    plain_name = models.GeneratedField(
        expression=models.functions.Lower(
            Unaccented(models.functions.ConcatPair("name", models.functions.ConcatPair(models.Value(" "), "acronym")))
        ),
        output_field=models.CharField(max_length=300),
        db_persist=True,
        verbose_name=_("name without accents"),
    )

    objects = PartnerQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        permissions = [
            ("decide_partner", _("Can decide on the status of an organisation")),
            ("manage_people_partner", _("Can confirm and end affiliations")),
        ]
        indexes = [
            models.Index(fields=["status", "type"], name="partner_status_type"),
            models.Index(Unaccented(models.functions.Lower("name")), "id", name="partner_by_name"),
            GinIndex(fields=["plain_name"], opclasses=["gin_trgm_ops"], name="partner_by_part_of_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(merged_into=None) | models.Q(status="left"),
                name="merged_organisations_have_left",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="member", nature="commercial"),
                name="commercial_bodies_are_never_members",
                violation_error_message=_("A commercial body can be a partner, never a member."),
            ),
            models.CheckConstraint(
                condition=~models.Q(type="company") | models.Q(nature="commercial"),
                name="companies_are_commercial",
                violation_error_message=_("A private company is commercial by nature."),
            ),
            models.CheckConstraint(
                condition=~models.Q(type__in=["research", "producers"], gives_funds=True),
                name="funders_are_of_a_funding_type",
                violation_error_message=_("An organisation of this type cannot be in the funders group."),
            ),
            models.UniqueConstraint(
                Unaccented(models.functions.Lower("name")),
                "country",
                name="one_organisation_per_name_and_country",
                violation_error_message=_("An organisation of this name exists in this country."),
            ),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.free_slug()
            if kwargs.get("update_fields"):
                kwargs["update_fields"] = {*kwargs["update_fields"], "slug"}
        super().save(*args, **kwargs)

    def free_slug(self):
        """An address made of the acronym or name that no other organisation has."""
        stem = slugify(self.acronym or self.name)[:70].strip("-") or "organisation"
        taken = set(Partner.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
        return next(slug for slug in self._slugs(stem) if slug not in taken and slug not in RESERVED_SLUGS)

    @staticmethod
    def _slugs(stem):
        yield stem
        number = 2
        while True:
            yield f"{stem}-{number}"
            number += 1

    def clean(self):
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("This address is taken by a page of the platform.")})
        self._must_lie_in_its_country(self.place)

    def get_absolute_url(self):
        return reverse("partners:detail", args=[self.slug])

    @property
    def is_funder(self):
        """Whether it stands in the funders group."""
        return self.type in self.ALWAYS_FUNDERS or self.gives_funds

    @property
    def focal_points(self):
        """The people who speak for it."""
        from accounts.models import User

        return User.objects.active().filter(affiliations__in=self.affiliations.active().filter(is_focal_point=True))


# Words that stand in addresses beside the organisations' slugs.
RESERVED_SLUGS = {
    "affiliations",
    "applications",
    "apply",
    "export",
    "import",
    "invitations",
    "map",
    "new",
    "places",
    "supporters",
}
