"""Forms about oneself."""

import zoneinfo

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Consent, User
from core.models import Theme
from regions.models import Country


class SignupForm(forms.Form):
    """What registration asks beyond address and password: the name."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=120,
        help_text=_("As you want others to read it."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    field_order = ["name", "email", "password1"]

    def signup(self, request, user):
        """Nothing more to do: the adapter has kept the name and the language."""


class ProfileForm(forms.ModelForm):
    """How others see her, and how the platform speaks to her."""

    shows_name = forms.BooleanField(
        label=Consent.SENTENCES[Consent.Purpose.ROSTERS],
        help_text=_("Everybody can read the rosters. You can change your mind here at any time."),
        required=False,
    )

    class Meta:
        model = User
        fields = ["name", "country", "language", "time_zone", "interests"]
        widgets = {
            "name": forms.TextInput(attrs={"autocomplete": "name"}),
            "interests": forms.CheckboxSelectMultiple,
        }
        help_texts = {
            "language": _("Mails and notices reach you in this language."),
            "time_zone": _("Hours are shown in this zone."),
            "interests": _("We suggest what fits them."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["interests"].queryset = Theme.objects.order_by("position")
        zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")
        self.fields["time_zone"] = forms.ChoiceField(
            label=self.fields["time_zone"].label,
            help_text=self.fields["time_zone"].help_text,
            choices=[(zone, zone.replace("_", " ")) for zone in zones],
        )
        self.fields["shows_name"].initial = self.instance.shows_name

    def save(self, commit=True):
        """The row; the consent is a verb of its own, which the view calls."""
        return super().save(commit)


class EraseForm(forms.Form):
    """The last word before an account is erased."""

    confirm = forms.BooleanField(label=_("Yes, forget me. This cannot be undone."))
