from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from objectives.models import (
    Facility,
    GoalText,
    Objective,
    ObjectiveText,
    PlanVersion,
    StrategyItem,
    StrategyProposal,
    Target,
)


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


@register(StrategyItem)
class StrategyItemTranslation(TranslationOptions):
    fields = ("text",)


keep_history(PlanVersion)
keep_history(Facility)
keep_history(Objective)
keep_history(GoalText)
keep_history(ObjectiveText)
keep_history(Target)
keep_history(StrategyItem)
# What people wrote stands in the proposal alone.
keep_history(StrategyProposal, exclude=["text", "why", "comment", "reason"])
