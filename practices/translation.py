"""The translated fields of vocabularies and of what is published; and history, registered after them."""

from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from practices.models import (
    Assignment,
    Comment,
    Distinction,
    Illustration,
    Practice,
    Provenance,
    Tag,
    Term,
    Version,
    Vocabulary,
)


@register(Vocabulary)
class VocabularyTranslation(TranslationOptions):
    fields = ("name", "note")


@register(Term)
class TermTranslation(TranslationOptions):
    fields = ("name", "help")


@register(Version)
class VersionTranslation(TranslationOptions):
    fields = ("title", "words")


keep_history(Vocabulary)
keep_history(Term)
# A draft is saved every few seconds: its words are kept with each version, not with each letter.
keep_history(Practice, exclude=["contents", "pen", "revision", "saved_at", "held_by", "held_until"])
keep_history(Assignment)
keep_history(Comment)
keep_history(Tag)
keep_history(Illustration)
keep_history(Distinction)
keep_history(Provenance)
