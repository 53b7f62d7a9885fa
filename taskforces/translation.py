from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from taskforces.models import Application, Duty, Question, Seat, TaskForce


@register(TaskForce)
class TaskForceTranslation(TranslationOptions):
    fields = ("purpose",)


@register(Duty)
class DutyTranslation(TranslationOptions):
    fields = ("text",)


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("label", "help")


keep_history(Duty)
keep_history(Question)
keep_history(TaskForce)
keep_history(Seat)
# The answers are the applicant's words: they stand in the application alone.
keep_history(Application, exclude=["answers", "reason"])
