from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from taskforces.models import (
    Application,
    Call,
    Consultation,
    Duty,
    Enquiry,
    Gap,
    JoiningForm,
    Output,
    OutputDelivery,
    Question,
    RegisterItem,
    Seat,
    Stage,
    StageRecord,
    TaskForce,
)


@register(TaskForce)
class TaskForceTranslation(TranslationOptions):
    fields = ("purpose",)


@register(Duty)
class DutyTranslation(TranslationOptions):
    fields = ("text",)


@register(Question)
class QuestionTranslation(TranslationOptions):
    fields = ("label", "help")


@register(Stage)
class StageTranslation(TranslationOptions):
    fields = ("title", "description")


@register(Output)
class OutputTranslation(TranslationOptions):
    fields = ("title",)


keep_history(Duty)
keep_history(JoiningForm)
keep_history(Question)
# Its space never changes.
keep_history(TaskForce, exclude=["space"])
keep_history(Seat)
keep_history(Stage)
keep_history(Output)
keep_history(StageRecord)
# The note is the leader's words: it stands in the delivery alone.
keep_history(OutputDelivery, exclude=["note", "reason"])
keep_history(Call)
keep_history(Consultation)
# The answers are the applicant's words: they stand in the application alone.
keep_history(Application, exclude=["answers", "reason"])
# What was asked and answered, by whom, and from which address stand in the question alone.
keep_history(Enquiry, exclude=["name", "email", "organisation", "question", "draft", "answer", "reason"])
keep_history(RegisterItem, exclude=["plain_title", "plain_words"])
keep_history(Gap)
