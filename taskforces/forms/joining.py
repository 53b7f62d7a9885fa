"""What applicants and those who decide type."""

from django import forms
from django.utils.translation import gettext_lazy as _

from core.choices import RowField
from core.uploads import CleanUpload
from regions.models import Country, Region
from taskforces.forms.answers import answer_field, kept
from taskforces.models import Duty, Role

# Who decides, said at the moment of choice.
WHO_DECIDES = {
    Role.LEADER: _(
        "One per task force. The members are consulted, the secretariat nominates. "
        "Whoever is not nominated becomes a team member."
    ),
    Role.REPRESENTATIVE: _(
        "One per region. The members are consulted, the secretariat nominates. "
        "Whoever is not nominated becomes a team member."
    ),
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
        self.joining_form = joining_form
        self.questions = [
            each for each in joining_form.questions.all() if not each.roles or set(each.roles) & set(roles)
        ]
        self.kept_files = {}
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
        """What was saved earlier. A file that was kept need not be sent again; it can be taken away."""
        files = {question.key for question in self.questions if question.is_file}
        self.initial |= {
            "role": draft.role,
            "region": draft.region_id,
            "country": draft.country_id,
        } | {key: answer for key, answer in draft.answers.items() if key not in files}
        self.remember_files(draft)

    def remember_files(self, draft):
        """Offer to keep, replace or take away the files of the draft."""
        if not any(each.is_file for each in self.questions):
            return
        sent = {each.key for each in draft.files.all()}
        for question in self.questions:
            if question.is_file and question.key in sent and draft.answers.get(question.key):
                self._remember_file(question.key, draft.answers[question.key])

    def _remember_file(self, key, name):
        self.kept_files[key] = name
        self._bound_fields_cache.pop(key, None)
        field = self.fields[key]
        field.required = False
        kept_already = _("Kept: %(name)s. Another file takes its place.") % {"name": name}
        field.help_text = " ".join(filter(None, (str(field.help_text), kept_already)))
        if f"remove_{key}" not in self.fields:
            label = _("Take away the file %(name)s") % {"name": name}
            self.fields[f"remove_{key}"] = forms.BooleanField(label=label, required=False)
            names = [name for name in self.fields if name != f"remove_{key}"]
            names.insert(names.index(key) + 1, f"remove_{key}")
            self.order_fields(names)

    def clean(self):
        cleaned = super().clean()
        role = cleaned.get("role")
        if role == Role.REPRESENTATIVE and not cleaned.get("region") and "region" not in self.errors:
            self.add_error("region", forms.ValidationError(_("Choose the region to represent."), code="required"))
        if role and role != Role.REPRESENTATIVE:
            cleaned["region"] = None
        for question in self.questions_of(role):
            is_missing = not cleaned.get(question.key) and not self._keeps_file(question)
            if is_missing and question.is_required and (question.roles or question.is_file):
                self._miss(question)
        return cleaned

    def _miss(self, question):
        """A question asked of some roles only is required of them only, which the browser cannot know."""
        if question.key not in self.errors:
            message = self.fields[question.key].error_messages["required"]
            self.add_error(question.key, forms.ValidationError(message, code="required"))

    def _keeps_file(self, question):
        """Whether the file sent earlier stands as the answer."""
        return question.key in self.kept_files and not self.cleaned_data.get(f"remove_{question.key}")

    @property
    def uploads(self):
        """{key of the question: CleanUpload} of the files that were sent just now and are good."""
        cleaned = getattr(self, "cleaned_data", {})
        return {
            each.key: cleaned[each.key] for each in self.questions if isinstance(cleaned.get(each.key), CleanUpload)
        }

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
        """Put what was typed and understood into `application`; returns the files for the verb that saves it."""
        cleaned = getattr(self, "cleaned_data", {})
        application.role = cleaned.get("role") or application.role
        application.region = cleaned.get("region")
        application.country = cleaned.get("country") or application.country
        application.form = self.joining_form
        questions = self.questions_of(application.role)
        answers = {each.key: kept(each, cleaned.get(each.key)) for each in questions}
        answers |= {each.key: self.kept_files[each.key] for each in questions if self._keeps_file(each)}
        application.answers = {key: answer for key, answer in answers.items() if answer}
        asked = {each.key for each in questions}
        return {key: upload for key, upload in self.uploads.items() if key in asked}


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
