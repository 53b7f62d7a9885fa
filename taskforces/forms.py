"""What applicants and those who decide type."""

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from regions.models import Country, Region
from taskforces.models import Duty, Question, Role

LONGEST_ANSWER = 4000

# Who decides, said at the moment of choice.
WHO_DECIDES = {
    Role.LEADER: _("One per task force. The secretariat nominates, after consulting the partners."),
    Role.REPRESENTATIVE: _("One per region. The secretariat nominates, after consulting the partners."),
    Role.MEMBER: _("Open to everybody. The leader decides."),
}


class RoleLabel(str):
    """The name of a role; who decides and its duties stand below it at the moment of choice."""

    help: str
    points: list[str]

    def __new__(cls, role, points):
        label = super().__new__(cls, Role(role).label.capitalize())
        label.help, label.points = WHO_DECIDES[role], points
        return label


class RefusesNul:
    """A choice among rows to which a NUL character is a wrong choice: PostgreSQL refuses to look for it."""

    def to_python(self, value):
        if isinstance(value, str) and "\0" in value:
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().to_python(value)


class RowField(RefusesNul, forms.ModelChoiceField):
    """A choice among the rows of a table."""


class RegionField(RowField):
    """A choice among large regions, which says where somebody represents the region already."""

    held = frozenset()

    def label_from_instance(self, region):
        if region.pk in self.held:
            return _("%(region)s (represented at the moment)") % {"region": region}
        return str(region)


class JoinForm(forms.Form):
    """The joining form: role, region, country, and the questions of the task force's form."""

    role = forms.ChoiceField(label=_("In which role?"), widget=forms.RadioSelect)
    region = RegionField(
        label=_("Region to represent"),
        queryset=Region.objects.none(),
        required=False,
        empty_label=_("Choose a region"),
        help_text=_("Only for regional representatives."),
    )
    country = RowField(
        label=_("Country you work in"), queryset=Country.objects.none(), empty_label=_("Choose a country")
    )

    def __init__(self, *args, roles, person, joining_form, held_regions=(), draft=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = [
            each for each in joining_form.questions.all() if not each.roles or set(each.roles) & set(roles)
        ]
        self._offer_roles(roles, held_regions)
        self.fields["country"].queryset = Country.objects.by_name()
        self.fields["country"].initial = person.country_id
        for question in self.questions:
            self.fields[question.key] = answer_field(question)
        self.fields["accepts_duties"] = forms.BooleanField(
            label=_("I have read the duties of this role and take them on."),
        )
        if draft:
            self._show(draft)

    def _offer_roles(self, roles, held_regions):
        """Only the roles open to this person; the duties stand at each."""
        duties = {role: [] for role in roles}
        for duty in Duty.objects.filter(role__in=roles).order_by("position"):
            duties[duty.role].append(duty.text)
        self.fields["role"].choices = [(role.value, RoleLabel(role, duties[role])) for role in roles]
        if len(roles) == 1:
            self.fields["role"].initial = roles[0].value
        if Role.REPRESENTATIVE in roles:
            self.fields["region"].held = frozenset(held_regions)
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
            self.add_error("region", forms.ValidationError(_("Choose the region to represent."), code="required"))
        if role and role != Role.REPRESENTATIVE:
            cleaned["region"] = None
        for question in self.questions_of(role):
            if question.is_required and question.roles and not cleaned.get(question.key):
                self._miss(question)
        return cleaned

    def _miss(self, question):
        """A question asked of some roles only is required of them only, which the browser cannot know."""
        if question.key not in self.errors:
            message = self.fields[question.key].error_messages["required"]
            self.add_error(question.key, forms.ValidationError(message, code="required"))

    def questions_of(self, role):
        """The questions asked of `role`."""
        return [question for question in self.questions if not question.roles or role in question.roles]

    def forget_what_is_missing(self):
        """For a draft, an answer that is missing is no fault; one that is wrong still is. Whether faults remain."""
        for name, faults in self.errors.as_data().items():
            if all(fault.code == "required" for fault in faults):
                del self.errors[name]
        return bool(self.errors)

    def fill(self, application):
        """Put what was typed and understood into `application`, saved by the verb that follows."""
        cleaned = getattr(self, "cleaned_data", {})
        application.role = cleaned.get("role") or application.role
        application.region = cleaned.get("region")
        application.country = cleaned.get("country") or application.country
        keys = [question.key for question in self.questions_of(application.role)]
        application.answers = {key: cleaned[key] for key in keys if cleaned.get(key)}


def answer_field(question):
    """The form field of a question."""
    common = {
        "label": question.label,
        "help_text": question.help,
        "required": question.is_required and not question.roles,
    }
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
