"""Where an imported sheet comes from: the record it was made of, under which licence, and who brought it."""

from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices import answers, editions
from practices.licences import Licence
from practices.models.practice import Practice


@dataclass
class Record:
    """A record of another database, in our words. `contents` are answers that may hold or not; `licence` is one of
    ours where the record lets its texts be taken over, and its own words stand in `licence_words`."""

    source: str
    identifier: str
    title: str
    language: str
    contents: dict = field(default_factory=dict)
    address: str = ""
    authors: str = ""
    licence: str = ""
    licence_words: str = ""


class ProvenanceQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of sheets she sees."""
        return self.filter(practice__in=Practice.objects.order_by().visible_to(user).values("pk"))

    @transaction.atomic
    def bring_in(self, record, *, by):
        """A Record becomes a draft of `by`. Returns (Practice, {key: sentences} of answers that were left out).

        Raises ValidationError when the draft cannot be made, or the record was brought in before.
        """
        if self.filter(source=record.source, identifier=record.identifier).exists():
            raise ValidationError(_("This record has been brought in already."))
        practice = Practice(
            title=record.title,
            language=record.language,
            author=by,
            authors=(record.authors or record.source)[:500],
            licence=record.licence or Licence.CC_BY,
        )
        practice.contents = {"title": {record.language: record.title}}
        practice.clean_fields(exclude=["author", "organisation"])
        practice.save()
        kept, faults = answers.judged(editions.edition(practice.edition), record.contents, record.language)
        practice._keep(answers.with_answers(practice.contents, kept))
        row = self.model(
            practice=practice,
            source=record.source,
            identifier=record.identifier,
            address=record.address,
            licence=record.licence_words,
            has_texts=bool(record.licence),
            imported_by=by,
        )
        row.clean_fields(exclude=["practice", "imported_by"])
        row.save()
        practice.record("imported", by=by, source=record.source, identifier=record.identifier)
        return practice, faults


class Provenance(models.Model):
    """One record of another database and the sheet that was made of it. We link, we do not copy: texts are taken
    over only where the record's licence lets them be."""

    practice = models.ForeignKey(
        Practice, on_delete=models.CASCADE, related_name="provenances", verbose_name=_("practice datasheet")
    )
    source = models.CharField(_("source"), max_length=60)
    identifier = models.CharField(_("identifier there"), max_length=200)
    address = models.URLField(_("address there"), max_length=500, blank=True)
    licence = models.CharField(_("licence there"), max_length=200, blank=True)
    has_texts = models.BooleanField(_("texts taken over"), default=False)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("imported by"),
    )
    imported_at = models.DateTimeField(_("imported"), default=timezone.now, editable=False)

    objects = ProvenanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("provenance of a datasheet")
        verbose_name_plural = _("provenance of datasheets")
        ordering = ["-imported_at", "-pk"]
        default_permissions = ["view"]
        permissions = [("import_practice", _("Can import practice datasheets"))]
        constraints = [
            models.UniqueConstraint(fields=["source", "identifier"], name="records_are_imported_once"),
        ]

    def __str__(self):
        return f"{self.source} {self.identifier}"
