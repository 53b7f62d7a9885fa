"""Two sheets that look alike and are not the same: somebody who writes one of them has looked, and says so."""

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DistinctionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those between sheets she sees, both of them."""
        from practices.models.practice import Practice

        seen = Practice.objects.order_by().visible_to(user).values("pk")
        return self.filter(practice__in=seen, other__in=seen)


class Distinction(models.Model):
    """`practice` is not the same as `other`, as `said_by` has said."""

    practice = models.ForeignKey(
        "practices.Practice",
        on_delete=models.CASCADE,
        related_name="distinctions",
        verbose_name=_("practice datasheet"),
    )
    other = models.ForeignKey(
        "practices.Practice", on_delete=models.CASCADE, related_name="+", verbose_name=_("another practice")
    )
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("said by"),
    )
    said_at = models.DateTimeField(_("said"), default=timezone.now, editable=False)

    objects = DistinctionQuerySet.as_manager()

    class Meta:
        verbose_name = _("distinction between datasheets")
        verbose_name_plural = _("distinctions between datasheets")
        ordering = ["practice", "pk"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "other"], name="practices_are_told_apart_once"),
            models.CheckConstraint(
                condition=~models.Q(practice=models.F("other")), name="no_practice_differs_from_itself"
            ),
        ]

    def __str__(self):
        return f"{self.practice} ≠ {self.other}"


class TellingApart(models.Model):
    """A sheet and those that look like it."""

    class Meta:
        abstract = True

    def twins(self, *, seen_by):
        """[Twin] of sheets `seen_by` sees that may describe the same practice; those told apart are left out."""
        from practices.duplicates import twins_of

        told_apart = set(self.distinctions.values_list("other", flat=True))
        found = twins_of(self.contents, self.form, seen_by=seen_by, besides=self.pk)
        return [twin for twin in found if twin.practice.pk not in told_apart]

    @transaction.atomic
    def tell_apart(self, others, *, by):
        """`by` says that these sheets are about other practices. Saying it again changes nothing."""
        self._lock()
        known = set(self.distinctions.values_list("other", flat=True))
        new = {other.pk: other for other in others if other.pk not in known and other.pk != self.pk}
        if not new:
            return
        self.distinctions.bulk_create([Distinction(practice=self, other=other, said_by=by) for other in new.values()])
        self.record("told_apart", by=by, others=sorted(new))
