"""What people type when they ask a task force from outside, and what its leader answers."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from messaging.forms import OnceForm, TextField
from taskforces.models import Enquiry
from taskforces.models.asking import LONGEST_QUESTION
from taskforces.models.replying import LONGEST_ANSWER


class TrapField(forms.CharField):
    """A field people do not see: whatever fills it is a program."""

    def __init__(self):
        widget = forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"})
        super().__init__(label=_("Leave this field empty"), required=False, widget=widget)


class AskTaskForceForm(OnceForm):
    """A question; visitors say who they are."""

    name = forms.CharField(label=_("Your name"), max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(
        label=_("Your e-mail address"),
        help_text=_("The answer goes there. Nobody in the task force sees it. We write to it first, to be sure."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    organisation = forms.CharField(label=_("Your organisation, if any"), max_length=200, required=False)
    question = TextField(label=_("Your question"), rows=6, max_length=LONGEST_QUESTION)
    language = forms.ChoiceField(
        label=_("Language you write in"), choices=settings.LANGUAGES, help_text=_("We write to you in it.")
    )
    may_be_published = forms.BooleanField(
        label=_("My question may be published with its answer."),
        required=False,
        help_text=_(
            "It helps others. The leader decides whether it is. Without your name, unless you tick the next box."
        ),
    )
    shows_name = forms.BooleanField(label=_("My name may stand beside it."), required=False)
    website = TrapField()

    def __init__(self, *args, person=None, **kwargs):
        super().__init__(*args, **kwargs)
        if person is not None:
            del self.fields["name"], self.fields["email"]

    @property
    def is_from_a_program(self):
        """Whether the field nobody sees was filled."""
        return bool(self.cleaned_data.get("website"))

    @property
    def words(self):
        """What the verb wants."""
        return {name: value for name, value in self.cleaned_data.items() if name != "website"}


class ReplyForm(forms.Form):
    """The leader's answer; "Save" keeps it as a draft."""

    text = TextField(label=_("Your answer"), rows=8, max_length=LONGEST_ANSWER)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    publish = forms.BooleanField(label=_("Publish question and answer on the page of the task force"), required=False)
    seen = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def __init__(self, *args, enquiry, is_draft=False, **kwargs):
        super().__init__(*args, auto_id="id_reply_%s", **kwargs)
        self.initial.setdefault("seen", enquiry.draft_stamp)
        if is_draft:
            for field in self.fields.values():
                field.required = False
        if not enquiry.may_be_published:
            del self.fields["publish"]


class SetAsideForm(forms.Form):
    """Why a question gets no answer here."""

    why = forms.ChoiceField(label=_("Reason"), choices=Enquiry.Why.choices, widget=forms.RadioSelect)
    reason = TextField(
        label=_("Your words, if any"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Whoever asked reads them, unless it was advertising."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_set_aside_%s", **kwargs)
