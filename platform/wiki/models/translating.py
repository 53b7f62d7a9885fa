"""Pages in several languages: which edition of the original a translation says, and how far it has fallen behind."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Translating(models.Model):
    """A page that may be the translation of another, or have translations."""

    class Meta:
        abstract = True

    @property
    def is_translation(self):
        return self.translation_of_id is not None

    @property
    def editions_behind(self):
        """How many editions of the original are newer than the one this says; 0 for an original."""
        return self.translation_of.number - self.translated_from if self.is_translation else 0

    @property
    def is_behind(self):
        """Whether it is older than the original."""
        return self.editions_behind > 0

    @property
    def source(self):
        """What it is a translation of; itself if of none."""
        return self.translation_of if self.is_translation else self

    def family(self, user):
        """Other standing pages of the same thing that `user` may see, the original first."""
        source = self.translation_of_id or self.pk
        rows = (
            type(self).objects.visible_to(user).standing().filter(models.Q(pk=source) | models.Q(translation_of=source))
        )
        rows = rows.exclude(pk=self.pk).select_related("translation_of")
        return rows.order_by(models.F("translation_of").asc(nulls_first=True), "language")

    def missing_languages(self, family):
        """[(code, name)] of the languages in which neither it nor one of `family` is."""
        there = {self.language, *(page.language for page in family)}
        return [(code, name) for code, name in settings.LANGUAGES if code not in there]

    def translate_from(self, original, number):
        """It says in its language what edition `number` of `original` says; nothing is stored yet.

        Raises ValidationError unless the original stands in the same space, in another language, without this one.
        """
        original._lock()
        if original.is_translation or original.space_id != self.space_id or not original.is_standing:
            raise ValidationError(_("This page cannot be translated: it is a translation itself, or has been removed."))
        if original.language == self.language:
            raise ValidationError({"language": _("The original is in this language. Choose another one.")})
        if original.translations.filter(language=self.language).exists():
            raise ValidationError(_("Somebody has translated this page into this language already."))
        self.translation_of = original
        self.catch_up_with(original.number if number is None else number)

    def catch_up_with(self, number):
        """It says what edition `number` of its original says; nothing is stored yet. Raises ValidationError."""
        if not self.is_translation or not 1 <= number <= self.translation_of.number:
            raise ValidationError(_("There is no such edition of the original."))
        self.translated_from = max(number, self.translated_from or 1)
