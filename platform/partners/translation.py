"""The translated fields of sheets; and history, registered after every translator."""

from modeltranslation.translator import TranslationOptions, register

from core.history import keep_history
from partners.models import Affiliation, Agreement, Invitation, JoiningApplication, MailDomain, Partner, Piece, Sheet


@register(Sheet)
class SheetTranslation(TranslationOptions):
    fields = ("short", "presentation", "activities", "interests", "services", "needs", "networks")


# What the database makes of the name is no fact of its own.
keep_history(Partner, exclude=["plain_name"])
for model in (Affiliation, JoiningApplication, Piece, Invitation, MailDomain, Agreement):
    keep_history(model)
# A draft is saved every half minute; what counts is what was published.
keep_history(Sheet, exclude=["draft", "draft_at", "draft_logo", "draft_poster"])
