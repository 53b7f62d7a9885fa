"""Where a published practice is applied, for maps and for finding it near a place."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class SiteQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of versions she may read."""
        from practices.models.version import Version

        return self.filter(version__in=Version.objects.visible_to(user))

    def of_current(self):
        """Those of what is published now."""
        return self.filter(version__is_current=True).exclude(version__practice__status="archived")


class Site(models.Model):
    """A place as readers see it: of a private farm, the middle of a square of 10 km, without its name."""

    version = models.ForeignKey(
        "practices.Version", on_delete=models.CASCADE, related_name="sites", verbose_name=_("published version")
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    country = models.ForeignKey(
        "regions.Country", on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("country")
    )
    latitude = models.FloatField(_("latitude"), help_text=_("Degrees, north is positive."))
    longitude = models.FloatField(_("longitude"), help_text=_("Degrees, east is positive."))
    is_blurred = models.BooleanField(_("shown to 10 km"), default=False)

    objects = SiteQuerySet.as_manager()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ["version", "pk"]
        default_permissions = ["view"]
        indexes = [models.Index(fields=["latitude", "longitude"], name="site_position")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)), name="sites_lie_on_earth"
            ),
            models.CheckConstraint(
                condition=models.Q(is_blurred=False) | models.Q(name=""), name="blurred_sites_have_no_name"
            ),
        ]

    def __str__(self):
        return self.name or f"{self.latitude}, {self.longitude}"

    @classmethod
    def rows_of(cls, version):
        """A row for each place of the version that has a position."""
        for site in version.contents.get("sites", []):
            if "latitude" in site and "longitude" in site:
                yield cls(
                    version=version,
                    name=site.get("name", ""),
                    country_id=site.get("country"),
                    latitude=site["latitude"],
                    longitude=site["longitude"],
                    is_blurred=site.get("is_blurred", False),
                )
