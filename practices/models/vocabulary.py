"""Coded vocabularies: what datasheets are answered with, compared and found by, in whatever language they are read."""

import pgtrigger
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded

# What the FAO's thesaurus is called by, and how it numbers its concepts.
AGROVOC = "http://aims.fao.org/aos/agrovoc/"
CONCEPT = RegexValidator(r"^c_[0-9a-f]+\Z", _("The number of a concept looks like c_207."))
CODE = RegexValidator(r"^[a-z0-9_]+\Z", _("Small letters, digits and underscores only."))


class Vocabulary(models.Model):
    """One coded list: "land-use", "soil-group"."""

    slug = models.SlugField(_("slug"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    note = models.TextField(_("note"), max_length=1000, blank=True)

    class Meta:
        verbose_name = _("vocabulary")
        verbose_name_plural = _("vocabularies")
        ordering = ["slug"]
        default_permissions = ["view", "change"]

    def __str__(self):
        return self.name or self.slug


class TermQuerySet(models.QuerySet):
    def offered(self):
        """Those that can still be chosen."""
        return self.filter(is_retired=False)

    def in_order(self):
        """Each group followed by what lies below it, as forms show them."""
        group = models.functions.Coalesce("parent__position", "position")
        return self.order_by("vocabulary", group, models.F("parent").asc(nulls_first=True), "position", "pk")


class Term(Recorded, models.Model):
    """One entry of a vocabulary. Its code is for ever; its words may be improved; it is retired, never removed."""

    vocabulary = models.ForeignKey(
        Vocabulary, on_delete=models.PROTECT, related_name="terms", verbose_name=_("vocabulary")
    )
    code = models.CharField(_("code"), max_length=60, validators=[CODE])
    name = models.CharField(_("name"), max_length=120)
    help = models.CharField(_("explanation"), max_length=300, blank=True)
    parent = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="narrower", verbose_name=_("broader term")
    )
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    agrovoc = models.CharField(
        _("concept of AGROVOC"),
        max_length=40,
        blank=True,
        default="",
        # The release before this one goes on adding terms while it is replaced.
        db_default="",
        validators=[CONCEPT],
        help_text=_("Its number in the thesaurus of the FAO, like c_207, if a concept there means the same."),
    )
    is_retired = models.BooleanField(
        pgettext_lazy("a term", "retired"),
        default=False,
        editable=False,
        help_text=_("Sheets that use it keep it; nobody can choose it any more."),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["vocabulary", "position", "pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [
            ("retire_term", _("Can retire a term")),
            ("restore_term", _("Can offer a retired term again")),
        ]
        constraints = [
            models.UniqueConstraint(fields=["vocabulary", "code"], name="codes_are_unique_in_a_vocabulary"),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="no_term_is_its_own_parent"),
            models.CheckConstraint(
                condition=models.Q(agrovoc="") | models.Q(agrovoc__regex="^c_[0-9a-f]+$"),
                name="concepts_are_called_by_their_number",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="terms_are_kept", operation=pgtrigger.Delete),
            # Sheets hold the code: another one would make them say something else.
            pgtrigger.ReadOnly(name="codes_are_for_ever", fields=["vocabulary", "code"]),
        ]

    def __str__(self):
        return self.name or self.code

    @property
    def agrovoc_url(self):
        """The address by which the whole world calls the same concept; "" where nobody has said so."""
        return f"{AGROVOC}{self.agrovoc}" if self.agrovoc else ""

    def clean(self):
        super().clean()
        if self.parent and (self.parent.vocabulary_id != self.vocabulary_id or self.parent.parent_id):
            raise ValidationError({"parent": _("Choose a term of the same vocabulary that stands below no other.")})

    @transaction.atomic
    def retire(self, *, by):
        """It can be chosen no more. Raises ValidationError when it is retired already."""
        self._lock()
        if self.is_retired:
            raise ValidationError(_("This term is retired already."))
        self.is_retired = True
        self.save(update_fields=["is_retired"])
        self.record("retired", by=by)

    @transaction.atomic
    def restore(self, *, by):
        """It can be chosen again. Raises ValidationError when it is not retired."""
        self._lock()
        if not self.is_retired:
            raise ValidationError(_("This term is not retired."))
        self.is_retired = False
        self.save(update_fields=["is_retired"])
        self.record("restored", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Term.objects.select_for_update(of=("self",)))
