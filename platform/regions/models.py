"""Regions in two levels and the countries in them: data the secretariat edits."""

from django.db import models
from django.db.models.functions import Coalesce, Lower
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from core.search import Unaccented


class RegionQuerySet(models.QuerySet):
    def large(self):
        """The five large regions: those that task forces have representatives for."""
        return self.filter(parent=None)


class Region(models.Model):
    """One of the five large regions, or a part of one."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=80)
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["position", "slug"]

    def __str__(self):
        return self.name


class CountryQuerySet(models.QuerySet):
    def in_region(self, region):
        """Countries of `region`, a large one or a part."""
        return self.filter(models.Q(region=region) | models.Q(region__parent=region))

    def by_name(self):
        """Sorted as a reader of the current language expects, accents ignored."""
        language = translation.get_language() or "en"
        return self.order_by(Lower(Unaccented(Coalesce(f"name_{language}", "name_en"))))


class Country(models.Model):
    """A country or territory of ISO 3166-1 under its United Nations short name."""

    alpha2 = models.CharField(_("two-letter code"), max_length=2, primary_key=True)
    alpha3 = models.CharField(_("three-letter code"), max_length=3, unique=True)
    m49 = models.CharField(_("M49 code"), max_length=3, unique=True)
    name = models.CharField(_("name"), max_length=120)
    region = models.ForeignKey(
        Region,
        on_delete=models.PROTECT,
        related_name="countries",
        limit_choices_to={"parent__isnull": False},
        verbose_name=_("region"),
    )
    is_un_member = models.BooleanField(_("member of the United Nations"), default=True)

    objects = CountryQuerySet.as_manager()

    class Meta:
        verbose_name = _("country")
        verbose_name_plural = _("countries")
        ordering = ["alpha2"]

    def __str__(self):
        return self.name

    @property
    def large_region(self):
        """The large region the country lies in."""
        return self.region.parent or self.region
