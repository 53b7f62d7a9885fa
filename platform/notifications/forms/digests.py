"""How often the digest comes."""

from django import forms
from django.utils.translation import gettext_lazy as _

from notifications.models import NoticeSetting


class DigestForm(forms.Form):
    """Weekly, or never."""

    digest = forms.ChoiceField(
        label=_("When do you want the digest of what waits for you?"),
        choices=NoticeSetting.Digest.choices,
        widget=forms.RadioSelect,
        help_text=_("Mails about single things that concern you come at once, whatever you choose here."),
    )
