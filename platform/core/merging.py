"""Two rows that are one thing: one of them becomes the other, and its address leads there."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MergedInto(models.Model):
    """Something that may turn out to be another one of its kind."""

    merged_into = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="merged_from",
        verbose_name=_("merged into"),
    )

    class Meta:
        abstract = True

    @property
    def is_merged(self):
        """Whether it has become another one."""
        return self.merged_into_id is not None

    def _lock_with(self, other):
        """Both rows, in the order of their keys: two merges of the same rows wait for each other."""
        rows = type(self).objects.select_for_update(of=("self",)).order_by("pk")
        list(rows.filter(models.Q(pk__in=[self.pk, other.pk]) | models.Q(merged_into=self.pk)))
        self.refresh_from_db()
        other.refresh_from_db()
