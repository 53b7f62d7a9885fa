"""What an ambassador types about what she did, and a member of the Bureau about the plan of the college."""

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from colleges.models.action import objectives, people_of
from core.moments import validate_day_within_reach
from regions.models import Country


class AmbassadorActivityForm(forms.Form):
    """One activity. Whether the day has come, and whether it stands there already, is the verb's to say."""

    title = forms.CharField(label=_("What you did"), max_length=200, help_text=_("A lecture, a field day, an article."))
    happened_on = forms.DateField(label=_("Day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    country = forms.ModelChoiceField(label=_("Country"), queryset=Country.objects.none(), empty_label=_("Choose"))
    place = forms.CharField(label=_("Place"), max_length=200, required=False, help_text=_("A town, a school, a farm."))
    people_reached = forms.IntegerField(
        label=_("How many people it reached"),
        min_value=0,
        max_value=100_000_000,
        help_text=_("As well as you can tell."),
    )
    link = forms.URLField(
        label=_("Link"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("Where one can read or see more of it."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].queryset = Country.objects.by_name()


class ActionForm(forms.Form):
    """An action of the plan of a college."""

    title = forms.CharField(label=_("What the college will do"), max_length=200)
    text = forms.CharField(
        label=_("In more words"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    owner = forms.ModelChoiceField(
        label=_("Who sees to it"),
        queryset=User.objects.none(),
        required=False,
        empty_label=_("Nobody in particular"),
        help_text=_("Somebody who belongs to the college. It stands among her duties."),
    )
    due_on = forms.DateField(
        label=_("Until when"),
        required=False,
        validators=[validate_day_within_reach],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    objectives = forms.ModelMultipleChoiceField(
        label=_("Strategic objectives it serves"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"}),
    )

    def __init__(self, *args, college, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = people_of(college).order_by("name", "pk")
        self.fields["objectives"].queryset = objectives()


class DropForm(forms.Form):
    """Why an action is dropped."""

    reason = forms.CharField(
        label=_("Why?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Everybody who reads the plan reads it, too."),
    )
