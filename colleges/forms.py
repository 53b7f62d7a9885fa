"""What an ambassador types about what she did."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
