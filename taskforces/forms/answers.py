"""The form field of each kind of question, and how its answer is kept."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.uploads import UploadField
from taskforces.models import Question

LONGEST_ANSWER = 4000
Kind = Question.Kind


def answer_field(question):
    """The form field of a question. What only some roles are asked is required of them by the form, not here."""
    common = {
        "label": question.label,
        "help_text": question.help,
        "required": question.is_required and not question.roles,
    }
    choices = question.choices_in(get_language() or "en")
    if question.kind in (Kind.CHOICE, Kind.SCALE):
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    if question.kind == Kind.CHOICES:
        return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **common)
    if question.kind == Kind.FILE:
        common["help_text"] = [question.help, _("A PDF or a picture (JPEG, PNG, WebP), up to 10 MB.")]
        common["help_text"] = " ".join(map(str, filter(None, common["help_text"])))
        return UploadField(widget=forms.FileInput, **common)
    if question.kind == Kind.CONSENT:
        return forms.BooleanField(**common)
    if question.kind == Kind.LONG_TEXT:
        return forms.CharField(max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 5}), **common)
    return forms.CharField(max_length=300, **common)


def kept(question, value):
    """The answer as it is stored: of a consent the exact words that stood beside the tick, of a file nothing here."""
    if question.kind == Kind.FILE:
        return ""
    if question.kind == Kind.CONSENT:
        return question.consent_words if value else ""
    return value
