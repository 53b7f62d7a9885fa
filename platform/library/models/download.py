"""How often a version was downloaded in a month: a number, and nothing about who it was."""

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DownloadQuerySet(models.QuerySet):
    def count_one(self, version_id):
        """Somebody has downloaded this version now: one more in this month."""
        month = timezone.localdate().replace(day=1)
        counted = self.filter(version_id=version_id, month=month)
        if counted.update(number=models.F("number") + 1):
            return
        try:
            with transaction.atomic():
                self.create(version_id=version_id, month=month, number=1)
        except IntegrityError:
            # Another reader opened the month a moment ago.
            counted.update(number=models.F("number") + 1)


class Download(models.Model):
    """The downloads of one version in one month."""

    version = models.ForeignKey(
        "library.Version", on_delete=models.CASCADE, related_name="downloads", verbose_name=_("version")
    )
    month = models.DateField(_("month"))
    number = models.PositiveIntegerField(_("number"), default=0)

    objects = DownloadQuerySet.as_manager()

    class Meta:
        verbose_name = _("downloads of a month")
        verbose_name_plural = _("downloads by month")
        ordering = ["-month", "version"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["version", "month"], name="downloads_are_counted_by_month"),
            models.CheckConstraint(condition=models.Q(month__day=1), name="months_begin_on_the_first"),
        ]

    def __str__(self):
        return f"{self.version} · {self.month:%Y-%m} · {self.number}"
