"""Regions in two levels and the countries in them: data the secretariat edits."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Coalesce, Lower
from django.utils import translation
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from core.search import Unaccented, as_plain


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
    latitude = models.FloatField(_("latitude"), null=True, blank=True, help_text=_("Where it is shown on the map."))
    longitude = models.FloatField(_("longitude"), null=True, blank=True)
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

    @property
    def part_of_region(self):
        """The part of the large region it lies in, or None where the region has one part, which is the whole."""
        return None if self.region.slug.startswith("all-") else self.region


class PlaceQuerySet(models.QuerySet):
    def named(self, words):
        """Places whose name begins with `words`, accents and case ignored, the largest first."""
        plain = Lower(Unaccented(models.Value(words.strip()[:200])))
        return self.annotate(plain=Lower(Unaccented("name"))).filter(plain__startswith=plain).order_by("-population")

    def called(self, words):
        """Places of exactly this name, in their own or another language, the largest first."""
        words = words.strip()[:200]
        own = models.Q(plain=Lower(Unaccented(models.Value(words))))
        found = self.annotate(plain=Lower(Unaccented("name")))
        return found.filter(own | models.Q(other_names__contains=[as_plain(words)])).order_by("-population", "code")


class Place(models.Model):
    """A city of the gazetteer, by which people and organisations say where they are."""

    code = models.PositiveIntegerField(_("GeoNames number"), primary_key=True)
    name = models.CharField(_("name"), max_length=200)
    country = models.ForeignKey(Country, on_delete=models.PROTECT, related_name="places", verbose_name=_("country"))
    latitude = models.FloatField(_("latitude"), help_text=_("Degrees, north is positive."))
    longitude = models.FloatField(_("longitude"), help_text=_("Degrees, east is positive."))
    population = models.PositiveIntegerField(_("population"), default=0)
    other_names = ArrayField(
        models.CharField(max_length=200),
        default=list,
        blank=True,
        verbose_name=_("other names"),
        help_text=_("In other languages, without accents and in small letters."),
    )

    objects = PlaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering = ["name", "code"]
        indexes = [
            models.Index(Lower(Unaccented("name")), models.F("population").desc(), name="place_by_name"),
            GinIndex(fields=["other_names"], name="place_by_other_name"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
                name="places_lie_on_earth",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def whereabouts(self):
        """What tells it from others of its name: "39.8° N, 89.6° W, 114,394 inhabitants"."""
        return _("%(latitude)s° %(north)s, %(longitude)s° %(east)s, %(number)s inhabitants") % {
            "latitude": number_format(abs(self.latitude), 1),
            "north": _("N") if self.latitude >= 0 else _("S"),
            "longitude": number_format(abs(self.longitude), 1),
            "east": _("E") if self.longitude >= 0 else _("W"),
            "number": number_format(self.population, 0, force_grouping=True),
        }
