"""The cycle: what the board may be asked, and the words of its verbs."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BoardForm(forms.Form):
    """Which task forces the board shows."""

    goal = forms.ChoiceField(label=_("Goal"), required=False)
    stage = forms.ChoiceField(label=_("Stage"), required=False)
    stuck = forms.BooleanField(label=_("Only those stuck for over 6 months"), required=False)

    def __init__(self, *args, goals, stages, **kwargs):
        super().__init__(*args, **kwargs)
        everything = [("", _("All"))]
        self.fields["goal"].choices = everything + [(text.goal.code, f"{text.goal.code} {text.name}") for text in goals]
        self.fields["stage"].choices = everything + [(str(stage.number), str(stage)) for stage in stages]

    def admits(self, progress):
        """Whether the board shows a task force; what is asked wrongly hides nothing."""
        wanted = self.cleaned_data if self.is_valid() else {}
        goal, stage = wanted.get("goal"), wanted.get("stage")
        return (
            (not goal or progress.task_force.code.startswith(goal))
            and (not stage or (progress.stage is not None and str(progress.stage.number) == stage))
            and (not wanted.get("stuck") or progress.is_stuck)
        )


class OnItsPlace(forms.Form):
    """One of several forms of a page: `place` keeps their fields apart."""

    def __init__(self, *args, place="", **kwargs):
        super().__init__(*args, auto_id=f"id_{place}_%s", **kwargs)


class AttestForm(OnItsPlace):
    """What a leader says of an output."""

    note = forms.CharField(
        label=_("What was brought about"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The people of the task force and the secretariat read it."),
    )
    link = forms.URLField(
        label=_("Link"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Where one can read it."),
    )


class ReasonForm(OnItsPlace):
    """Why an exception is made."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody reads it on this page."),
    )


class TakeBackForm(ReasonForm):
    """Why an output is not there after all."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _("It is kept in the history.")
