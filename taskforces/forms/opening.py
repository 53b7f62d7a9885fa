"""When joining is open."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.moments import validate_within_reach


def moment_field(label, help_text):
    """A day and an hour in the time zone of whoever types."""
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
    return forms.DateTimeField(
        label=label, help_text=help_text, required=False, widget=widget, validators=[validate_within_reach]
    )


class OpeningForm(forms.Form):
    """Open or closed by hand; while it is open, perhaps between two moments."""

    is_open = forms.TypedChoiceField(
        label=_("Joining"),
        choices=[("yes", pgettext_lazy("joining", "Open")), ("no", pgettext_lazy("joining", "Closed"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    opens_at = moment_field(_("Opens at"), _("Empty: it is open already."))
    closes_at = moment_field(_("Closes at"), _("Empty: until you close it."))
    seen = forms.CharField(required=False, max_length=100, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("It must close after it opens."))
        return cleaned
