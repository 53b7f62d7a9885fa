from modeltranslation.translator import TranslationOptions, register

from colleges.models import Action, Ambassador, AmbassadorActivity, BureauMandate, College, Group, KitItem, Placement
from core.history import keep_history


@register(College)
class CollegeTranslation(TranslationOptions):
    fields = ("name", "short", "description")


@register(Group)
class GroupTranslation(TranslationOptions):
    fields = ("name", "short", "description")


@register(KitItem)
class KitItemTranslation(TranslationOptions):
    fields = ("title", "words")


keep_history(College, exclude=["space"])
keep_history(Group, exclude=["space"])
keep_history(Placement)
keep_history(Ambassador)
keep_history(AmbassadorActivity)
keep_history(KitItem)
keep_history(Action, exclude=["text", "reason"])
keep_history(BureauMandate, exclude=["reason"])
