"""What applicants and those who decide type."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from regions.models import Country, Region
from taskforces.models import Duty, Question, Role

LONGEST_ANSWER = 4000


class RoleLabel(str):
    """The name of a role with its duties, shown as points below it at the moment of choice."""

    points: list[str]

    def __new__(cls, role, points):
        label = super().__new__(cls, Role(role).label.capitalize())
        label.points = points
        return label


class JoinForm(forms.Form):
    """The joining form: role, region, country, and the questions of the task force's form."""

    role = forms.ChoiceField(label=_("In which role?"), widget=forms.RadioSelect)
    region = forms.ModelChoiceField(
        label=_("Region to represent"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=_("Choose a region"),
        help_text=_("Only for regional representatives."),
    )
    country = forms.ModelChoiceField(
        label=_("Country you work in"), queryset=Country.objects.none(), empty_label=_("Choose a country")
    )

    def __init__(self, *args, person, joining_form, draft=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = list(joining_form.questions.all())
        self._offer_roles(Role.open_to(person))
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["country"].initial = person.country_id
        for question in self.questions:
            self.fields[question.key] = answer_field(question)
        self.fields["accepts_duties"] = forms.BooleanField(
            label=_("I have read the duties of this role and take them on."),
        )
        if draft:
            self._show(draft)

    def _offer_roles(self, roles):
        """Only the roles open to this person; the duties stand at each."""
        duties = {role: [] for role in roles}
        for duty in Duty.objects.filter(role__in=roles).order_by("position"):
            duties[duty.role].append(duty.text)
        self.fields["role"].choices = [(role.value, RoleLabel(role, duties[role])) for role in roles]
        if len(roles) == 1:
            self.fields["role"].initial = roles[0].value
        if Role.REPRESENTATIVE in roles:
            self.fields["region"].queryset = Region.objects.large()
        else:
            del self.fields["region"]

    def _show(self, draft):
        """What was saved earlier."""
        self.initial |= {
            "role": draft.role,
            "region": draft.region_id,
            "country": draft.country_id,
        } | draft.answers

    def clean(self):
        cleaned = super().clean()
        role = cleaned.get("role")
        if role == Role.REPRESENTATIVE and not cleaned.get("region") and "region" not in self.errors:
            self.add_error("region", _("Choose the region to represent."))
        if role and role != Role.REPRESENTATIVE:
            cleaned["region"] = None
        return cleaned

    def fill(self, application):
        """Put what was typed and understood into `application`, saved by the verb that follows."""
        cleaned = getattr(self, "cleaned_data", {})
        application.role = cleaned.get("role") or application.role
        application.region = cleaned.get("region")
        application.country = cleaned.get("country") or application.country
        keys = [question.key for question in self.questions]
        application.answers = {key: cleaned[key] for key in keys if cleaned.get(key)}


def answer_field(question):
    """The form field of a question."""
    common = {"label": question.label, "help_text": question.help, "required": question.is_required}
    if question.kind == Question.Kind.CHOICE:
        choices = question.choices_in(get_language() or "en")
        return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **common)
    if question.kind == Question.Kind.LONG_TEXT:
        return forms.CharField(max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 5}), **common)
    return forms.CharField(max_length=300, **common)


class WordsForm(forms.Form):
    """A text of some lines."""

    text = forms.CharField(max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))

    label = None
    help_text = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id=f"id_{type(self).__name__.lower()}_%s", **kwargs)
        self.fields["text"].label = self.label
        self.fields["text"].help_text = self.help_text


class DeclineForm(WordsForm):
    """Why the request is declined."""

    label = _("Your reason")
    help_text = _("The applicant reads these words.")


class AskForm(WordsForm):
    """What those who decide want to know."""

    label = _("Your question")
    help_text = _("The applicant is told at once and answers here.")


class AnswerForm(WordsForm):
    """The applicant's answer."""

    label = _("Your answer")
