"""Beginning a datasheet, and handing it over."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from messaging.forms import OnceForm
from partners.models import Partner
from practices.licences import Licence


class BeginForm(OnceForm):
    """The three things without which a datasheet cannot begin."""

    title = forms.CharField(
        label=_("What is the practice called?"),
        max_length=150,
        help_text=_("In a few words that say what is done, for example “Mulching vegetables with straw”."),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("a datasheet", "Language you write in"),
        choices=settings.LANGUAGES,
        help_text=_("You can add the other two later."),
    )
    organisation = forms.ModelChoiceField(
        label=_("On behalf of"),
        queryset=Partner.objects.none(),
        required=False,
        empty_label=_("Myself"),
        help_text=_("Whoever speaks for the organisation can then write at the sheet, too."),
    )

    def __init__(self, *args, organisations=None, **kwargs):
        super().__init__(*args, **kwargs)
        if organisations:
            self.fields["organisation"].queryset = organisations
        else:
            del self.fields["organisation"]


class SubmitForm(forms.Form):
    """Under which names and which licence it will be published."""

    authors = forms.CharField(
        label=_("Authors"),
        max_length=500,
        help_text=_("As they are cited, with a semicolon between them. Everybody can read these names."),
    )
    licence = forms.ChoiceField(
        label=_("Licence"),
        choices=Licence.choices,
        help_text=_("What others may do with the sheet. CC BY lets them use it as long as they name you."),
    )
