"""What an organisation that wants to join writes and sends: its answers, its files."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import RowField
from core.uploads import UploadField
from partners.models import JoiningApplication, Partner
from partners.models.applying import ANSWERS, REQUIRED
from partners.models.joining import Kind
from regions.forms import FindsPlaces, PlaceField
from regions.models import Country

LOGO_SIDE = 480


class ChoiceLabel(str):
    """A choice with a sentence below it."""

    help: str

    def __new__(cls, label, sentence):
        choice = super().__new__(cls, label)
        choice.help = sentence
        return choice


WISHES = {
    JoiningApplication.Wish.PARTNER: _("Takes part in the Forum of Partners, the colleges and the task forces."),
    JoiningApplication.Wish.MEMBER: _("Has a vote in the Consortium as well. Not open to commercial bodies."),
}


class OrganisationForm(FindsPlaces, forms.ModelForm):
    """The organisation, what it wishes, whom to write to. What is incomplete can be kept all the same."""

    country = RowField(label=_("Country"), queryset=Country.objects.none(), empty_label=_("Choose a country"))
    place = PlaceField(required=False, help_text=_("The city where it has its seat. It will stand there on the map."))
    website = forms.URLField(
        label=_("Website"),
        required=False,
        max_length=200,
        assume_scheme="https",
        widget=forms.URLInput(attrs={"autocomplete": "url", "placeholder": "https://"}),
    )
    wishes_to_be = forms.ChoiceField(
        label=_("It wishes to be"), initial=JoiningApplication.Wish.PARTNER, widget=forms.RadioSelect
    )

    class Meta:
        model = JoiningApplication
        fields = ANSWERS
        labels = {
            "name": _("Name of the organisation"),
            "acronym": _("Acronym"),
            "type": _("What it is"),
            "nature": _("Its legal nature"),
            "gives_funds": _("It gives funds to others"),
            "motivation": _("Why it wants to join"),
            "contact_name": _("Contact person"),
            "contact_role": _("Function"),
            "contact_email": _("E-mail address"),
            "contact_phone": _("Telephone"),
            "is_authorised": _("I may apply in the name of this organisation."),
        }
        help_texts = {
            "name": _("As it stands in its statutes, in its own language."),
            "nature": _("A private company is commercial. A commercial body can be a partner, never a member."),
            "gives_funds": _("Puts it in the funders’ group. Development banks and foundations are there anyway."),
            "motivation": _("A few sentences on what it does for soils. You may leave this out."),
            "contact_name": _("The secretariat writes to this person. Nobody else reads these four lines."),
        }
        widgets = {
            "nature": forms.RadioSelect,
            "motivation": forms.Textarea(attrs={"rows": 4}),
            "name": forms.TextInput(attrs={"autocomplete": "organization"}),
            "contact_name": forms.TextInput(attrs={"autocomplete": "name"}),
            "contact_role": forms.TextInput(attrs={"autocomplete": "organization-title"}),
            "contact_email": forms.EmailInput(attrs={"autocomplete": "email"}),
            "contact_phone": forms.TextInput(attrs={"autocomplete": "tel", "type": "tel"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["nature"].choices = Partner.Nature.choices
        self.fields["wishes_to_be"].choices = [
            (wish.value, ChoiceLabel(wish.label, sentence)) for wish, sentence in WISHES.items()
        ]
        for name in REQUIRED:
            self.fields[name].required = True
        # A company need not say what it is besides.
        self.fields["nature"].required = False

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("type") == Partner.Type.COMPANY:
            cleaned["nature"] = Partner.Nature.COMMERCIAL
        elif not cleaned.get("nature") and "nature" not in self.errors:
            self.add_error("nature", forms.ValidationError(_("Choose one of the three."), code="required"))
        if cleaned.get("wishes_to_be") == "member" and cleaned.get("nature") == Partner.Nature.COMMERCIAL:
            self.add_error("wishes_to_be", _("A commercial body can be a partner, never a member."))
        if cleaned.get("type") in Partner.NEVER_FUNDERS:
            cleaned["gives_funds"] = False
        return cleaned

    def validate_constraints(self):
        """What the rows promise each other is for the verbs."""

    @property
    def answers(self):
        """{field: value} of what was typed and understood, and of what was emptied."""
        faulty = {name for name, faults in self.errors.as_data().items() if any(f.code != "required" for f in faults)}
        answers = {name: self.cleaned_data.get(name) for name in ANSWERS if name not in faulty}
        return {name: self._empty(name) if value is None else value for name, value in answers.items()}

    def _empty(self, name):
        """What a row holds where nothing was typed."""
        if name in ("country", "place"):
            return None
        return False if name in ("gives_funds", "is_authorised") else ""

    def forget_what_is_missing(self):
        """For what is kept for later, a missing answer is no fault; a wrong one still is. Whether faults remain."""
        for name, faults in self.errors.as_data().items():
            if all(fault.code == "required" for fault in faults):
                del self.errors[name]
        return bool(self.errors)


HELP_OF_KINDS = {
    Kind.DECLARATION: _(
        "Dated and signed by somebody who may do so. A PDF, or a picture of the page: JPEG, PNG, WebP."
    ),
    Kind.NATURE: _("Statutes, an entry in a register or the like. A PDF, or a picture of the page: JPEG, PNG, WebP."),
    Kind.LOGO: _("As it will stand on its page. A picture: JPEG, PNG or WebP."),
}


class PiecesForm(forms.Form):
    """The files the application still needs, or that take the place of others. Each may come alone."""

    def __init__(self, *args, application, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        there = application.pieces_by_kind
        for kind in application.needed_pieces:
            is_logo = kind == Kind.LOGO
            field = UploadField(
                label=kind.label,
                help_text=HELP_OF_KINDS[kind],
                required=False,
                pictures_only=is_logo,
                **({"longest_side": LOGO_SIDE} if is_logo else {}),
            )
            field.piece = there.get(kind.value)
            self.fields[kind.value] = field

    @property
    def uploads(self):
        """{kind: CleanUpload} of the good ones."""
        return {kind: upload for kind, upload in getattr(self, "cleaned_data", {}).items() if upload}

    def miss(self, kinds):
        """Say at the fields which files are still needed."""
        for kind in kinds:
            if kind in self.fields and kind not in self.errors:
                self.add_error(kind, forms.ValidationError(_("This file is still needed."), code="required"))
