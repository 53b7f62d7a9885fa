"""One file that goes with a datasheet."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.uploads import UploadField
from practices.licences import Licence
from practices.models import Illustration


class PictureForm(forms.Form):
    file = UploadField(
        label=_("File"),
        longest_side=2400,
        help_text=_("A picture, or a PDF for a tutorial. Where it was taken is removed from a photo."),
    )
    kind = forms.ChoiceField(label=_("What is it?"), choices=Illustration.Kind.choices, widget=forms.RadioSelect)
    caption = forms.CharField(
        label=_("What does it show?"),
        max_length=300,
        help_text=_("Whoever cannot see the picture reads this. Example: Half-moons after the first rain."),
    )
    licence = forms.ChoiceField(label=_("Licence"), choices=Licence.choices, initial=Licence.CC_BY)
    agreed = forms.BooleanField(
        label=_("Everybody who can be recognised agrees to be shown, or nobody can be recognised."), required=False
    )

    @property
    def facts(self):
        """What the verb is given."""
        typed = dict(self.cleaned_data)
        return {"upload": typed.pop("file"), **typed}
