"""What people type about works: what they are, where they can be read, why they go."""

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from core.models import Theme
from core.references import doi_of
from core.uploads import UploadField
from library.models import Work
from library.wordings import languages, large_regions, licences, types
from messaging.forms import OnceForm, TextField
from partners.vocabulary import vocabulary
from regions.models import Region


def ticks(label):
    """Things to tick, in columns."""
    return forms.MultipleChoiceField(
        label=label, required=False, widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"})
    )


class FactsForm(forms.Form):
    """What is known of a work, whatever its language."""

    type = forms.ChoiceField(label=_("What is it?"))
    authors = forms.CharField(
        label=_("Authors"), max_length=1000, required=False, help_text=_("With a semicolon between them.")
    )
    year = forms.IntegerField(label=_("Year"), min_value=1500, max_value=2100, required=False)
    publisher = forms.CharField(label=_("Publisher or journal"), max_length=200, required=False)
    doi = forms.CharField(
        label="DOI", max_length=250, required=False, help_text=_("If it has one, for example 10.1016/…")
    )
    licence = forms.ChoiceField(
        label=_("Licence"), help_text=_("What others may do with it. Look into the document if you are not sure.")
    )
    objectives = ticks(_("Strategic objectives it serves"))
    themes = ticks(_("Themes"))
    regions = ticks(_("Regions"))

    FACTS = ("type", "authors", "year", "publisher", "doi", "licence")
    LINKS = ("objectives", "themes", "regions")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = [("", _("Choose")), *types().items()]
        self.fields["licence"].choices = licences().items()
        self.fields["licence"].initial = Work.Licence.UNKNOWN
        self.fields["objectives"].choices = vocabulary().objectives.items()
        self.fields["themes"].choices = vocabulary().themes.items()
        self.fields["regions"].choices = large_regions().items()

    def clean_doi(self):
        return doi_of(self.cleaned_data["doi"])

    @property
    def facts(self):
        """What was typed, as the verbs take it."""
        typed = self.cleaned_data
        return {name: typed[name] for name in self.FACTS} | {
            "objectives": Work.objectives.rel.model.objects.filter(code__in=typed["objectives"]),
            "themes": Theme.objects.filter(slug__in=typed["themes"]),
            "regions": Region.objects.large().filter(slug__in=typed["regions"]),
        }

    @property
    def link_fields(self):
        """What ties it to other things, drawn one behind the other."""
        return [self[name] for name in self.LINKS]


class WhereForm(forms.Form):
    """Where a version is read: exactly one of the two."""

    file = UploadField(
        label=_("File"), required=False, help_text=_("A PDF or a picture (JPEG, PNG, WebP), up to 10 MB.")
    )
    address = forms.URLField(
        label=_("Or its web address"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=_("For films, tools, data and whatever lies elsewhere."),
    )
    edition = forms.CharField(
        label=_("Edition"), max_length=80, required=False, help_text=_("If it has one, for example “2nd edition”.")
    )

    def clean_address(self):
        address = self.cleaned_data["address"]
        if address and not address.lower().startswith(("http://", "https://")):
            raise forms.ValidationError(_("Give an address that begins with https:// or http://."))
        return address

    def clean(self):
        cleaned = super().clean()
        if bool(cleaned.get("file")) == bool(cleaned.get("address")) and not {"file", "address"} & self.errors.keys():
            self.add_error("file", _("Send a file or give a web address, not both."))
        return cleaned

    @property
    def what(self):
        """What was sent, as the verbs take it."""
        typed = self.cleaned_data
        return {"upload": typed["file"] or None, "address": typed["address"], "edition": typed["edition"]}


class AddForm(OnceForm, WhereForm, FactsForm):
    """A new work, in the language in which it is brought."""

    language = forms.ChoiceField(label=_("Language of the document"))
    title = forms.CharField(label=_("Title"), max_length=300)
    abstract = TextField(
        label=_("Abstract"), rows=5, max_length=5000, required=False, help_text=_("In the language of the document.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = languages()

    @property
    def opens_folded(self):
        """Whether something in the folded part must be looked at again."""
        return bool({"publisher", "doi", "edition", *self.LINKS} & self.errors.keys()) if self.is_bound else False

    @property
    def words(self):
        """What the verb wants."""
        named = ("key", "language", "title", "abstract")
        return {name: self.cleaned_data[name] for name in named} | self.facts | self.what


class VersionForm(WhereForm):
    """A further language of a work, or with `replaces` a new version of one that is there."""

    language = forms.ChoiceField(label=_("Language of the document"))
    title = forms.CharField(label=_("Title in this language"), max_length=300, required=False)
    abstract = TextField(label=_("Abstract in this language"), rows=5, max_length=5000, required=False)

    def __init__(self, *args, taken=(), replaces=None, **kwargs):
        super().__init__(*args, **kwargs)
        if replaces:
            for name in ("language", "title", "abstract"):
                del self.fields[name]
        else:
            free = [each for each in languages() if each[0] not in taken]
            self.fields["language"].choices = [("", _("Choose")), *free]
        self.order_fields(["language", "title", "abstract"])


class ChangeForm(FactsForm):
    """What is known of a work, and its words in three languages."""

    seen = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, _name in settings.LANGUAGES:
            language = {"language": get_language_info(code)["name_translated"]}
            self.fields[f"title_{code}"] = forms.CharField(
                label=gettext("Title (%(language)s)") % language, max_length=300, required=False
            )
            self.fields[f"abstract_{code}"] = TextField(
                label=gettext("Abstract (%(language)s)") % language, rows=5, max_length=5000, required=False
            )

    @property
    def word_fields(self):
        """Title and abstract, language by language."""
        return [self[f"{name}_{code}"] for code, _name in settings.LANGUAGES for name in ("title", "abstract")]

    @property
    def facts(self):
        words = {field.name: self.cleaned_data[field.name] for field in self.word_fields}
        return super().facts | words

    def clean(self):
        cleaned = super().clean()
        titles = [f"title_{code}" for code, _name in settings.LANGUAGES]
        if not any(cleaned.get(title) for title in titles) and not self.errors.keys() & set(titles):
            self.add_error(titles[0], _("A work needs a title in one language at least."))
        return cleaned


class ReasonForm(forms.Form):
    """Why a work goes."""

    reason = TextField(label=_("Your reason"), rows=4, max_length=2000)
