"""The vocabulary of the search: what one thing is called in each language, so that one word finds the others."""

import re

from django.conf import settings
from django.contrib.postgres.search import SearchQuery
from django.db import models
from django.db.models import Case, Value, When
from django.db.models.functions import Cast, Lower, Replace
from django.utils.translation import gettext_lazy as _

from core.search import LANGUAGES, Unaccented

# "'couvertur' & 'sol'" holds these.
LEXEME = re.compile(r"'((?:[^']|'')+)'")


def stemmed():
    """SQL for the stems of `words`, each language by its own rules: "couvertures du sol" is "'couvertur' & 'sol'"."""
    # The parser of PostgreSQL would also keep a word with its hyphen as one.
    spoken = Replace("words", Value("-"), Value(" "))
    cases = (
        When(
            language=code,
            then=Cast(SearchQuery(spoken, config=f"{code}_unaccent", search_type="plain"), models.TextField()),
        )
        for code in LANGUAGES
    )
    return Case(*cases, default=Value(""), output_field=models.TextField())


class TermQuerySet(models.QuerySet):
    def sharing_a_concept(self, stems):
        """All terms of the concepts that one of `stems` ({language: the stems of some words}) names; one query."""
        named = models.Q(pk__in=[])
        for language, several in stems.items():
            named |= models.Q(language=language, stems__in=several)
        return self.filter(concept__in=self.model.objects.filter(named).values("concept"))


class Term(models.Model):
    """One or several words for a concept, in one language."""

    concept = models.SlugField(
        _("concept"),
        max_length=60,
        db_index=False,
        help_text=_("Terms of the same concept find each other, whatever their language."),
    )
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES)
    words = models.CharField(_("words"), max_length=80)
    stems = models.GeneratedField(
        expression=stemmed(), output_field=models.TextField(), db_persist=True, verbose_name=_("stems")
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("search term")
        verbose_name_plural = _("search terms")
        ordering = ["concept", "language", "words"]
        indexes = [models.Index(fields=["language", "stems"], name="term_by_stems")]
        constraints = [
            models.UniqueConstraint(
                "concept",
                "language",
                Lower(Unaccented("words")),
                name="a_concept_has_each_term_once",
                violation_error_message=_("This concept has these words in this language already."),
            ),
            models.CheckConstraint(
                condition=~models.Q(words=""), name="terms_have_words", violation_error_message=_("Write some words.")
            ),
        ]

    def __str__(self):
        return self.words

    @property
    def lexemes(self):
        """("couvertur", "sol"); none where it consists of words that tell nothing."""
        return tuple(lexeme.replace("''", "'") for lexeme in LEXEME.findall(self.stems))
