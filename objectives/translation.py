from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from objectives.models import Facility, GoalText, Objective, ObjectiveText, PlanVersion, Target


@register(PlanVersion)
class PlanVersionTranslation(TranslationOptions):
    fields = ("name",)


@register(GoalText)
class GoalTextTranslation(TranslationOptions):
    fields = ("name", "statement")


@register(Facility)
class FacilityTranslation(TranslationOptions):
    fields = ("name",)


@register(ObjectiveText)
class ObjectiveTextTranslation(TranslationOptions):
    fields = ("label", "title", "description", "notes")


@register(Target)
class TargetTranslation(TranslationOptions):
    fields = ("text", "short")


keep_history(PlanVersion)
keep_history(Facility)
keep_history(Objective)
keep_history(GoalText)
keep_history(ObjectiveText)
keep_history(Target)
