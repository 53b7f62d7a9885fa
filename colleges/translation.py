from modeltranslation.translator import TranslationOptions, register

from colleges.models import College, Group, Placement
from core.history import keep_history


@register(College)
class CollegeTranslation(TranslationOptions):
    fields = ("name", "short", "description")


@register(Group)
class GroupTranslation(TranslationOptions):
    fields = ("name", "short", "description")


keep_history(College)
keep_history(Group)
keep_history(Placement)
