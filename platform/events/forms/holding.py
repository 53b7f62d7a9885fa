"""What is typed when dates are answered, and after a meeting."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from events.models import Availability
from events.models.minutes import LONGEST


class AvailabilityForm(forms.Form):
    """One answer for each proposed date."""

    def __init__(self, *args, meeting, person, **kwargs):
        super().__init__(*args, auto_id="id_when_%s", **kwargs)
        self.dates = list(meeting.dates.all())
        said = {
            each.date_id: each.answer
            for date in self.dates
            for each in date.availabilities.all()
            if each.person_id == person.pk
        }
        for date in self.dates:
            self.fields[f"date_{date.pk}"] = forms.ChoiceField(
                label=date, choices=Availability.Answer.choices, widget=forms.RadioSelect, initial=said.get(date.pk)
            )

    @property
    def rows(self):
        """[(date, its field)], in order."""
        return [(date, self[f"date_{date.pk}"]) for date in self.dates]

    @property
    def answers(self):
        """{date: answer}, as the verb takes them."""
        return {date: self.cleaned_data[f"date_{date.pk}"] for date in self.dates}


class WhoWasThereForm(forms.Form):
    """Some of the people who were to come."""

    people = forms.ModelMultipleChoiceField(
        label=_("Who was there?"),
        queryset=User.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class AttendanceForm(WhoWasThereForm):
    """Who was at a meeting."""

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, auto_id="id_attendance_%s", **kwargs)
        self.fields["people"].queryset = meeting.expected()
        noted = meeting.participations.all()
        was_noted = any(each.was_present is not None for each in noted)
        # Before the first note stand those who said they come.
        self.fields["people"].initial = [
            each.person_id for each in noted if (each.was_present if was_noted else each.answer == "comes")
        ]


class MinutesForm(forms.Form):
    """The minutes as they are written; whether somebody was faster is asked by the verb."""

    text = forms.CharField(
        label=_("Minutes"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 18})
    )


class DecisionForm(forms.Form):
    """What was decided, who sees to it, until when."""

    text = forms.CharField(label=_("What was decided"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    owner = forms.ModelChoiceField(
        label=_("Who sees to it"), queryset=User.objects.none(), required=False, empty_label=_("Nobody in particular")
    )
    due_on = forms.DateField(
        label=_("Until when"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("It stands among the duties of whoever sees to it."),
    )

    def __init__(self, *args, meeting, **kwargs):
        super().__init__(*args, auto_id="id_decision_%s", **kwargs)
        members = User.objects.active().filter(pk__in=meeting.space.members())
        self.fields["owner"].queryset = members.order_by("name", "pk")
