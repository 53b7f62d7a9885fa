"""The translated fields of works; and history, registered after them."""

from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from library.models import Version, Work
from library.models.work import ABSTRACTS


@register(Work)
class WorkTranslation(TranslationOptions):
    fields = ("title", "abstract")


# What the database makes of the names is no fact of its own; abstracts are long.
keep_history(Work, exclude=["abstract", *ABSTRACTS, "plain_words"])
keep_history(Version)
