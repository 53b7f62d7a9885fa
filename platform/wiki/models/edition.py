"""What a page said at one moment: the history is complete, and nobody changes it."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wiki.markup import LONGEST_TITLE
from wiki.models.limits import LONGEST_SUMMARY, LONGEST_TEXT


class EditionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of pages she may see."""
        page = self.model._meta.get_field("page").related_model
        return self.filter(page__in=page.objects.visible_to(user).order_by().values("pk"))

    def newest_first(self):
        return self.order_by("-number")


class Edition(models.Model):
    """A page as it was written once."""

    page = models.ForeignKey(
        "wiki.Page", on_delete=models.CASCADE, db_index=False, related_name="editions", verbose_name=_("wiki page")
    )
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    text = models.TextField(_("text"), max_length=LONGEST_TEXT)
    summary = models.CharField(_("what was changed"), max_length=LONGEST_SUMMARY, blank=True)
    restored_from = models.PositiveIntegerField(_("says again what edition said"), null=True, blank=True)
    translated_from = models.PositiveIntegerField(_("edition translated"), null=True, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="wiki_editions", verbose_name=_("author")
    )
    written_at = models.DateTimeField(_("written"), default=timezone.now)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition of a wiki page")
        verbose_name_plural = _("editions of wiki pages")
        ordering = ["page", "number"]
        default_permissions = ["view"]
        indexes = [models.Index(fields=["author", "-written_at"], name="wiki_edition_author")]
        constraints = [models.UniqueConstraint(fields=["page", "number"], name="one_wiki_edition_per_number")]
        triggers = [
            pgtrigger.ReadOnly(
                name="wiki_edition_is_final",
                fields=["page", "number", "title", "text", "restored_from", "translated_from", "author", "written_at"],
            ),
            pgtrigger.Protect(name="wiki_edition_is_kept", operation=pgtrigger.Delete),
        ]

    def __str__(self):
        return f"{self.title} · {self.number}"
