"""Tagging: the secretariat lets published sheets be found by codes their authors did not give."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from practices import coding, vocabularies


class Tagging(models.Model):
    """What the secretariat adds to what a published sheet is found by."""

    class Meta:
        abstract = True

    @property
    def can_be_tagged(self):
        return self.is_public

    @transaction.atomic
    def tag(self, question, code, *, by):
        """Let it be found by `code` as if it had answered `question` so; returns the Tag.

        Raises ValidationError when it is not published, when nobody may choose the code, when the sheet says so
        itself, or gives another answer to a question that has one.
        """
        version = self._version_to_tag()
        asked = coding.taggable(version.form).get(question)
        term = asked and vocabularies.terms_of(asked.vocabulary).get(code)
        if term is None or term.is_retired:
            raise ValidationError(_("Nobody can choose this answer."))
        if self.tags.filter(question=question, code=code).exists():
            raise ValidationError(_("It is tagged so already."))
        said = coding.codes_of(version.contents, version.form)
        if f"{question}:{code}" in said:
            raise ValidationError(_("The sheet says so itself."))
        is_answered = question in version.contents or self.tags.filter(question=question).exists()
        if asked.kind == "choice" and is_answered:
            raise ValidationError(_("This question has one answer, and the sheet has another one."))
        made = self.tags.create(question=question, code=code, tagged_by=by)
        version.recode()
        self.record("tagged", by=by, question=question, code=code)
        return made

    @transaction.atomic
    def untag(self, question, code, *, by):
        """It is found by what it says itself again. Raises ValidationError when it is not tagged so."""
        version = self._version_to_tag()
        if not self.tags.filter(question=question, code=code).delete()[0]:
            raise ValidationError(_("It is not tagged so. What its author says, only the author changes."))
        version.recode()
        self.record("untagged", by=by, question=question, code=code)

    def _version_to_tag(self):
        """The version readers find, while nobody else changes the sheet. Raises ValidationError when there is none."""
        self._lock()
        if not self.can_be_tagged:
            raise ValidationError(_("Only a published datasheet is tagged."))
        return self.versions.current().get()
