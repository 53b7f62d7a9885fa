"""What people of a task force type about what they found, what is missing, and what they bring from elsewhere."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from core.choices import RowField
from core.references import DOI, doi_of
from partners.models import Partner
from partners.models.working_languages import choices as languages
from partners.vocabulary import vocabulary
from regions.models import Country, Region
from taskforces.models import RegisterItem
from taskforces.models.finding_items import WORLDWIDE

MOST_ORGANISATIONS = 10


def types():
    """[(value, label)] of what a register holds, with capitals."""
    return [(value, capfirst(str(label))) for value, label in RegisterItem.Type.choices]


def places():
    """[(slug, name)]: the whole world, then the large regions."""
    words = vocabulary()
    return [(WORLDWIDE, _("Worldwide")), *((slug, name) for slug, name in words.regions.items() if slug in words.large)]


def regions_of(slugs):
    """The large regions of these slugs, WORLDWIDE left out."""
    return list(Region.objects.large().filter(slug__in=[slug for slug in slugs if slug != WORLDWIDE]))


class PlacesField(forms.MultipleChoiceField):
    """Large regions, or the whole world; its cleaned value is a list of regions, empty for the world."""

    widget = forms.CheckboxSelectMultiple

    def clean(self, value):
        chosen = super().clean(value)
        if WORLDWIDE in chosen and len(chosen) > 1:
            raise forms.ValidationError(_("Choose regions, or worldwide."))
        return regions_of(chosen)


class OrganisationsField(forms.CharField):
    """Partners and members by name or acronym, one a line; its cleaned value is a list of them."""

    widget = forms.Textarea(attrs={"rows": 2})

    def clean(self, value):
        lines = [" ".join(line.split()) for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > MOST_ORGANISATIONS:
            raise forms.ValidationError(_("At most %(number)d organisations."), params={"number": MOST_ORGANISATIONS})
        return list(dict.fromkeys(self.called(line) for line in lines))

    def called(self, line):
        """The organisation of this name."""
        known = self.queryset.called(line) | self.queryset.filter(acronym__iexact=line)
        partner = known.by_name().first()
        if partner is None:
            raise forms.ValidationError(_("“%(name)s” is not among the partners."), params={"name": line[:60]})
        return partner


class ItemForm(forms.Form):
    """One item: five questions, and more for those who have the time. What can be there twice is the verb's to say."""

    type = forms.ChoiceField(label=_("What is it?"), widget=forms.RadioSelect)
    title = forms.CharField(label=_("Title"), max_length=500)
    regions = PlacesField(label=_("Where?"), required=False)
    address = forms.CharField(
        label=_("Web address or DOI"),
        max_length=500,
        required=False,
        help_text=_("Where one can read it, for example https://… or 10.1016/…"),
    )
    description = forms.CharField(
        label=_("Description"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    country = RowField(label=_("Country"), queryset=Country.objects.none(), required=False, empty_label=_("None"))
    authors = forms.CharField(
        label=_("Authors"), max_length=1000, required=False, help_text=_("With a semicolon between them.")
    )
    year = forms.IntegerField(label=_("Year"), min_value=1500, max_value=2100, required=False)
    doi = forms.CharField(label=_("DOI"), max_length=250, required=False)
    language = forms.ChoiceField(label=_("Language"), required=False)
    organisations = OrganisationsField(
        label=_("Organisations"),
        max_length=2500,
        required=False,
        help_text=_("Partners and members that work on it, one a line, by name or acronym."),
    )
    seen = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    SHORT = ("type", "title", "regions", "address")
    FOLDED = ("country", "description", "authors", "year", "doi", "language", "organisations")

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = types()
        self.fields["regions"].choices = places()
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["language"].choices = [("", _("Not said")), *languages()]
        self.fields["organisations"].queryset = Partner.objects.visible_to(user).in_force()

    @property
    def short_fields(self):
        """Those that stand open."""
        return [self[name] for name in self.SHORT]

    @property
    def folded_fields(self):
        """Those that are unfolded at will."""
        return [self[name] for name in self.FOLDED]

    @property
    def opens_folded(self):
        """Whether something in the folded part must be looked at again."""
        return any(name in self.errors for name in self.FOLDED) if self.is_bound else False

    def clean_doi(self):
        return doi_of(self.cleaned_data["doi"])

    def clean_address(self):
        """A DOI stays one; "example.org" becomes an address."""
        words = self.cleaned_data["address"].strip()
        if not words or DOI.fullmatch(words.lower()) or words.lower().startswith("doi"):
            return doi_of(words)
        return forms.URLField(assume_scheme="https", max_length=500).clean(words)

    def clean(self):
        """A country has its region; without one somebody must say where."""
        cleaned = super().clean()
        if DOI.fullmatch(cleaned.get("address") or ""):
            cleaned["doi"] = cleaned.get("doi") or cleaned["address"]
            cleaned["address"] = ""
        said = self.data.getlist("regions") if hasattr(self.data, "getlist") else self.data.get("regions")
        if not said and not cleaned.get("country") and "regions" not in self.errors:
            self.add_error("regions", _("Choose a region, or worldwide."))
        return cleaned

    @property
    def facts(self):
        """What was typed, as the verbs take it."""
        return {name: self.cleaned_data[name] for name in RegisterItem.FACTS}


class ReasonForm(forms.Form):
    """Words that belong to a verb."""

    text = forms.CharField(label=_("Reason"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args, label=None, **kwargs):
        super().__init__(*args, **kwargs)
        if label:
            self.fields["text"].label = label


class GapForm(forms.Form):
    """What is missing, where, and why it matters."""

    statement = forms.CharField(label=_("What is missing?"), max_length=200, help_text=_("In one sentence."))
    region = forms.ChoiceField(label=_("Where?"))
    type = forms.ChoiceField(label=_("What kind of thing?"), required=False)
    why = forms.CharField(
        label=_("Why does it matter?"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["region"].choices = places()
        self.fields["type"].choices = [("", _("Any")), *types()]

    def clean_region(self):
        """The region, or None for the world."""
        return next(iter(regions_of([self.cleaned_data["region"]])), None)


class ImportForm(forms.Form):
    """References pasted or sent, and what they are about."""

    text = forms.CharField(
        label=_("Paste your references"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
        help_text=_("BibTeX or RIS, as Zotero, Mendeley, EndNote and library catalogues write them."),
    )
    file = forms.FileField(
        label=_("Or send a file"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ".bib,.ris,.txt"}),
        help_text=_("At most 1 MB and 500 entries."),
        error_messages={"empty": _("The file is empty.")},
    )
    type = forms.ChoiceField(label=_("What are they?"), initial=RegisterItem.Type.LITERATURE)
    regions = PlacesField(label=_("Where?"), error_messages={"required": _("Choose a region, or worldwide.")})
    seen = forms.CharField(max_length=40, required=False, widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["type"].choices = types()
        self.fields["regions"].choices = places()

    def clean(self):
        """Exactly one of the two."""
        cleaned = super().clean()
        if not cleaned.get("text") and not cleaned.get("file") and not {"text", "file"} & self.errors.keys():
            self.add_error("text", _("Paste something, or choose a file."))
        return cleaned

    @property
    def source(self):
        """The text, or the bytes of the file."""
        upload = self.cleaned_data.get("file")
        return upload.read(2_000_000) if upload else self.cleaned_data["text"]
