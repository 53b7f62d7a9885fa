from django import forms

from api.models import Key


class KeyForm(forms.ModelForm):
    """How somebody calls a new key of hers."""

    class Meta:
        model = Key
        fields = ["name"]
