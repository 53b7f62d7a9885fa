from django import forms

from practices.models import SavedSearch


class SearchForm(forms.ModelForm):
    """Under which name somebody saves what she looks for."""

    class Meta:
        model = SavedSearch
        fields = ["name"]
