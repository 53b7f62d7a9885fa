from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from regions.models import Country, Region


@register(Region)
class RegionTranslation(TranslationOptions):
    fields = ("name",)


@register(Country)
class CountryTranslation(TranslationOptions):
    fields = ("name",)


keep_history(Region)
keep_history(Country)
