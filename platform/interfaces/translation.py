from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from interfaces.models import Interface, Pin


@register(Interface)
class InterfaceTranslation(TranslationOptions):
    fields = ("name", "short", "description")


@register(Pin)
class PinTranslation(TranslationOptions):
    fields = ("words",)


keep_history(Interface, exclude=["space"])
keep_history(Pin)
