"""What people type in a wiki."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from messaging.forms import OnceForm, TextField
from wiki.markup import LONGEST_TITLE
from wiki.models.limits import LONGEST_REASON, LONGEST_SUMMARY, LONGEST_TEXT

ROWS = 24


def text_field():
    return TextField(
        label=_("Text"),
        rows=ROWS,
        max_length=LONGEST_TEXT,
        help_text=_(
            "Write as you would write a letter. An empty line begins a new paragraph, a line that begins with “-” is a "
            "point of a list, a line that begins with “=” is a heading, and [[Title of a page]] leads to that page."
        ),
    )


def title_field():
    return forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)


class WriteForm(OnceForm):
    """A new page; the language of a translation is given."""

    title = title_field()
    text = text_field()
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)

    def __init__(self, *args, is_translation=False, **kwargs):
        super().__init__(*args, **kwargs)
        if is_translation:
            del self.fields["language"]


class EditForm(forms.Form):
    """The text, changed; a translation that is behind may say that it has caught up."""

    text = text_field()
    summary = forms.CharField(
        label=_("What you changed"),
        max_length=LONGEST_SUMMARY,
        required=False,
        help_text=_("A few words for those who look at the history."),
    )
    has_caught_up = forms.BooleanField(label=_("My text now says what the original says."), required=False)

    def __init__(self, *args, is_behind=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not is_behind:
            del self.fields["has_caught_up"]


class RenameForm(forms.Form):
    """Another title."""

    title = title_field()


class RemoveForm(forms.Form):
    """Why."""

    reason = TextField(
        label=_("Your reason"),
        rows=4,
        max_length=LONGEST_REASON,
        help_text=_("Everybody who wrote at the page reads it."),
    )


class FindForm(forms.Form):
    """By words and language."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    language = forms.ChoiceField(label=_("Language"), required=False, choices=[("", _("All")), *settings.LANGUAGES])

    def narrow(self, pages):
        """Those of `pages` that are asked for; what makes no sense is not asked."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        if asked.get("q"):
            pages = pages.about(asked["q"])
        if asked.get("language"):
            pages = pages.filter(language=asked["language"])
        return pages

    @property
    def is_asking(self):
        """Whether something narrows the list."""
        return any(self.data.get(name) for name in self.fields)


class CompareForm(forms.Form):
    """Which two editions; what there is not is not asked."""

    older = forms.IntegerField(label=_("Edition"), min_value=1, required=False)
    newer = forms.IntegerField(label=_("with edition"), min_value=1, required=False)

    def __init__(self, *args, most, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.max_value = most
            field.widget.attrs["max"] = most
        self.most = most

    @property
    def numbers(self):
        """(older, newer) of the editions to compare, or None."""
        if not self.is_valid():
            return None
        newer = self.cleaned_data["newer"]
        older = self.cleaned_data["older"] or (newer or 1) - 1
        if not newer or not 1 <= older <= self.most or newer > self.most or older == newer:
            return None
        return min(older, newer), max(older, newer)
