"""What members type when they propose a change to the strategy, and leaders when they comment."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from objectives.models import StrategyItem


class ProposalForm(forms.Form):
    """Why, and in which language; whether it may be proposed is the verb's to say."""

    why = forms.CharField(
        label=_("Why"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The people of your task force and the secretariat read it."),
    )
    language = forms.ChoiceField(
        label=_("Language of the proposal"),
        choices=settings.LANGUAGES,
        help_text=_("The secretariat has it translated when it accepts."),
    )


class RemovalForm(ProposalForm):
    """Why an item should go."""


class RewordingForm(ProposalForm):
    """How an item should read instead."""

    text = forms.CharField(label=_("New text"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))
    field_order = ["text", "why", "language"]


class AdditionForm(ProposalForm):
    """What should stand in the strategy, too."""

    kind = forms.ChoiceField(label=_("Where it belongs"), choices=StrategyItem.Kind.choices)
    text = forms.CharField(label=_("Text"), max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))
    field_order = ["kind", "text", "why", "language"]


class CommentForm(forms.Form):
    """What the leader thinks of a proposal."""

    text = forms.CharField(
        label=_("Your comment"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("The secretariat and the people of the task force read it."),
    )
