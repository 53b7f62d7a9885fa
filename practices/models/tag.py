"""Codes the secretariat adds to published datasheets, so that they are found by what their authors left open."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices import editions, vocabularies
from practices.models.practice import Practice


class TagQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of sheets she sees."""
        return self.filter(practice__in=Practice.objects.visible_to(user))

    def pairs(self):
        """[(key of the question, code)]."""
        return list(self.order_by("question", "code").values_list("question", "code"))


class Tag(models.Model):
    """One answer its author did not give. What was published stays as it was: a tag is no part of any version."""

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="tags", verbose_name=_("practice datasheet")
    )
    question = models.CharField(_("question"), max_length=40)
    code = models.CharField(_("code"), max_length=60)
    tagged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
        verbose_name=_("tagged by"),
    )
    tagged_at = models.DateTimeField(_("tagged"), default=timezone.now, editable=False)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag of a datasheet")
        verbose_name_plural = _("tags of datasheets")
        ordering = ["practice", "question", "code"]
        default_permissions = ["view"]
        constraints = [
            models.UniqueConstraint(fields=["practice", "question", "code"], name="tags_of_a_practice_are_unique")
        ]

    def __str__(self):
        if self.asked is None:
            return f"{self.question}: {self.code}"
        return f"{self.asked.label}: {vocabularies.label_of(self.asked.vocabulary, self.code).name}"

    @property
    def asked(self):
        """The Question it answers, as the newest edition asks it; None when that asks it no more."""
        return editions.edition().questions.get(self.question)
