from django import forms
from django.utils.translation import pgettext_lazy


class SearchForm(forms.Form):
    """Words; what makes no sense is not an error, it finds nothing."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        strip=True,
        widget=forms.TextInput(attrs={"type": "search", "maxlength": 200, "data-seek": ""}),
    )
