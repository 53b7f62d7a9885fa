from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from core.models import Theme


@register(Theme)
class ThemeTranslation(TranslationOptions):
    fields = ("name",)


keep_history(Theme)
