from modeltranslation.translator import TranslationOptions, register

from regions.models import Country, Region


@register(Region)
class RegionTranslation(TranslationOptions):
    fields = ("name",)


@register(Country)
class CountryTranslation(TranslationOptions):
    fields = ("name",)
