"""What focal points type into the sheet of their organisation: seven texts in three languages, lists, two files."""

from dataclasses import dataclass, field
from itertools import groupby

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.models import Theme
from core.templatetags.languages import name_of as name_of_language
from core.uploads import UploadField
from partners.models import Sheet
from partners.models.contents import CODES, LISTS, TEXT_FIELDS, TEXTS, plain
from partners.models.drafting import FILES
from partners.models.working_languages import choices as languages
from regions.models import Country

HELP = {
    "short": gettext_lazy("One or two sentences that stand below the name."),
    "presentation": gettext_lazy("Who you are: history, size, place, way of working."),
    "activities": gettext_lazy("What you do for soils, for farming and for the climate."),
    "interests": gettext_lazy("What you would like to learn or to do with others."),
    "services": gettext_lazy("What others may ask of you: data, advice, training, land, funds."),
    "needs": gettext_lazy("What would help you; others read it and may answer."),
    "networks": gettext_lazy("Alliances, programmes and platforms you take part in."),
}
ROWS = {"short": 3, "presentation": 8}


class PlainTextField(forms.CharField):
    """A text in paragraphs, without control characters; its length is counted as it is kept."""

    def to_python(self, value):
        return plain(super().to_python(value))


@dataclass
class TextSection:
    """One text with its three boxes."""

    name: str
    label: str
    help: str
    most: int
    boxes: list


@dataclass
class Box:
    """The text in one language; `theirs` is what somebody else has written there meanwhile."""

    code: str
    language: str
    field: forms.BoundField
    theirs: str = ""


@dataclass
class ListSection:
    """Things to tick, perhaps in groups; `theirs` names what somebody else has ticked meanwhile."""

    name: str
    label: str
    help: str
    groups: list
    errors: list
    theirs: list = field(default_factory=list)

    @property
    def number(self):
        """How many are ticked."""
        return sum(group.number for group in self.groups)


@dataclass
class Group:
    """Choices below one name."""

    name: str
    options: list

    @property
    def number(self):
        return sum(is_chosen for _value, _label, is_chosen in self.options)


class SheetForm(forms.Form):
    """The whole sheet. `theirs` are contents somebody else has saved since this page was opened."""

    themes = forms.MultipleChoiceField(
        label=gettext_lazy("Themes"), required=False, help_text=gettext_lazy("By these, others find you.")
    )
    countries = forms.MultipleChoiceField(
        label=gettext_lazy("Countries of action"),
        required=False,
        help_text=gettext_lazy("Where you work, not only where you are based."),
    )
    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages you work in"),
        required=False,
        help_text=gettext_lazy("In which others can write to you."),
    )
    logo = UploadField(
        label=gettext_lazy("Logo"),
        pictures_only=True,
        longest_side=480,
        required=False,
        widget=forms.FileInput,
        help_text=gettext_lazy("JPEG, PNG or WebP, up to 10 MB. It is made smaller, and everybody can see it."),
    )
    poster = UploadField(
        label=gettext_lazy("Poster"),
        required=False,
        widget=forms.FileInput,
        help_text=gettext_lazy("A PDF or a picture, up to 10 MB, for everybody to read: a poster, a leaflet, a stand."),
    )
    remove_logo = forms.BooleanField(label=gettext_lazy("Take the logo away"), required=False)
    remove_poster = forms.BooleanField(label=gettext_lazy("Take the poster away"), required=False)

    def __init__(self, *args, theirs=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.theirs = theirs or {}
        self._countries = list(Country.objects.select_related("region__parent").by_name())
        self.fields["themes"].choices = [(theme.slug, theme.name) for theme in Theme.objects.all()]
        self.fields["countries"].choices = [(country.pk, country.name) for country in self._countries]
        self.fields["languages"].choices = languages()
        for name in TEXTS:
            for code in CODES:
                self.fields[f"{name}_{code}"] = text_field(name, code)

    @property
    def contents(self):
        """What was typed, in the shape of partners.models.contents."""
        return {name: self.cleaned_data[name] for name in (*TEXT_FIELDS, *LISTS)}

    def save(self, sheet, *, by, seen, pen):
        """Keep it as the draft of `sheet`: the words first, then the files, for which there may be no room."""
        removes = [name for name in FILES if self.cleaned_data.get(f"remove_{name}")]
        sheet.save_draft(self.contents, by=by, removes=removes, seen=seen, pen=pen)
        for name in FILES:
            if upload := self.cleaned_data[name]:
                self._save_file(sheet, name, upload, by=by, pen=pen)

    def _save_file(self, sheet, name, upload, *, by, pen):
        try:
            sheet.save_draft(self.contents, by=by, files={name: upload}, pen=pen)
        except ValidationError as error:
            raise ValidationError({name: error.messages}) from None

    # -- How it is drawn

    @property
    def texts(self):
        """The sections of text, in order."""
        for name in TEXTS:
            model_field = Sheet._meta.get_field(name)
            boxes = [self._box(name, code) for code in CODES]
            yield TextSection(name, model_field.verbose_name, HELP[name], model_field.max_length, boxes)

    def _box(self, name, code):
        bound, theirs = self[f"{name}_{code}"], self.theirs.get(f"{name}_{code}", "")
        typed = plain(bound.value() or "")
        return Box(code, name_of_language(code), bound, theirs if theirs != typed else "")

    @property
    def lists(self):
        """Themes, countries and languages."""
        yield self._list("themes", [("", self.fields["themes"].choices)])
        yield self._list("countries", self._by_region())
        yield self._list("languages", [("", self.fields["languages"].choices)])

    def _list(self, name, groups):
        bound = self[name]
        chosen = set(bound.value() or ())
        drawn = [Group(title, [(value, label, value in chosen) for value, label in some]) for title, some in groups]
        theirs = set(self.theirs.get(name, ())) if self.theirs else chosen
        names = [label for value, label in self.fields[name].choices if value in theirs] if theirs != chosen else []
        return ListSection(name, bound.label, bound.help_text, drawn, bound.errors, names)

    def _by_region(self):
        """[(large region, [(code, name)])]."""
        ordered = sorted(self._countries, key=lambda country: country.large_region.position)
        for region, some in groupby(ordered, key=lambda country: country.large_region):
            yield region.name, [(country.pk, country.name) for country in some]

    @property
    def differs(self):
        """Whether somebody else has written something else than what stands here."""
        return any(box.theirs for text in self.texts for box in text.boxes) or any(each.theirs for each in self.lists)


def text_field(name, code):
    """The box for one text in one language."""
    model_field = Sheet._meta.get_field(name)
    label = _("%(text)s (%(language)s)") % {
        "text": str(model_field.verbose_name).capitalize(),
        "language": name_of_language(code),
    }
    area = forms.Textarea(attrs={"rows": ROWS.get(name, 5), "lang": code})
    return PlainTextField(label=label, max_length=model_field.max_length, required=False, widget=area)
