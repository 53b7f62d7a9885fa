"""Forms about oneself."""

import zoneinfo
from itertools import groupby

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Consent, User
from core.models import Theme
from regions.models import Country


class NameField(forms.CharField):
    """A person's name: one line, single spaces."""

    def __init__(self, **kwargs):
        super().__init__(max_length=120, widget=forms.TextInput(attrs={"autocomplete": "name"}), **kwargs)

    def to_python(self, value):
        return " ".join((super().to_python(value) or "").split())


class SignupForm(forms.Form):
    """What registration asks beyond address and password: the name."""

    name = NameField(label=_("Your name"))

    field_order = ["name", "email", "password1"]

    def signup(self, request, user):
        """Nothing more to do: the adapter has kept the name and the language."""


class ProfileForm(forms.ModelForm):
    """How others see her, and how the platform speaks to her."""

    name = NameField(label=_("Name"), help_text=_("As you want others to read it."))
    shows_name = forms.BooleanField(
        label=Consent.SENTENCES[Consent.Purpose.ROSTERS],
        help_text=_(
            "Everybody on the web can read the rosters. Your name stays there until you untick this box, "
            "leave the task force or erase your account."
        ),
        required=False,
    )

    class Meta:
        model = User
        fields = ["name", "country", "language", "time_zone", "interests"]
        widgets = {"interests": forms.CheckboxSelectMultiple}
        help_texts = {
            "country": _("It decides which regional representative reads your requests to join."),
            "language": _("Mails and notices reach you in this language."),
            "time_zone": _("Hours are shown in this zone."),
            "interests": _("Only you and the secretariat see them."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["country"].empty_label = _("Choose a country")
        self.fields["interests"].queryset = Theme.objects.order_by("position")
        self.fields["time_zone"] = forms.ChoiceField(
            label=self.fields["time_zone"].label,
            help_text=self.fields["time_zone"].help_text,
            choices=time_zones(self.instance.time_zone),
        )
        self.fields["shows_name"].initial = self.instance.shows_name


AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")


def time_zones(current):
    """Choices by area: cities, the universal time, and whatever `current` is."""
    cities = sorted(zone for zone in zoneinfo.available_timezones() if zone.split("/")[0] in AREAS and "/" in zone)
    choices = [(zone, zone) for zone in dict.fromkeys(["UTC", current]) if zone not in cities]
    for area, zones in groupby(cities, key=lambda zone: zone.split("/")[0]):
        choices.append((area, [(zone, zone.split("/", 1)[1].replace("_", " ")) for zone in zones]))
    return choices


class EraseForm(forms.Form):
    """The last word before an account is erased."""

    confirm = forms.BooleanField(label=_("Yes, forget me. This cannot be undone."))
