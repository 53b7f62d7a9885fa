"""What people type: a question, an answer, what they look for."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.choices import RowField
from core.models import Theme
from messaging.forms import OnceForm, TextField
from partners.vocabulary import vocabulary
from questions.models import Expert, Question
from questions.models.answer import LONGEST
from questions.models.follow_up import LONGEST as LONGEST_FOLLOW_UP
from regions.models import Region


def themes():
    """[(slug, name)] of all themes."""
    return list(vocabulary().themes.items())


def large_regions():
    """[(slug, name)] of the five large regions, in their order."""
    words = vocabulary()
    return [(slug, name) for slug, name in words.regions.items() if slug in words.large]


class AskForm(OnceForm):
    """A question, and what leads it to who knows."""

    title = forms.CharField(label=_("Your question"), max_length=200, help_text=_("In one sentence."))
    text = TextField(
        label=_("Details"),
        rows=8,
        max_length=4000,
        help_text=_(
            "What you have seen or tried, on which soil, under which climate. Everybody signed in can read it."
        ),
    )
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ticks"}),
        help_text=_("They lead the question to the experts."),
        error_messages={"required": _("Choose one theme at least: it leads the question to who knows.")},
    )
    region = forms.ChoiceField(label=_("Region it is about"), required=False)
    is_unnamed = forms.BooleanField(
        label=_("Do not show my name"),
        required=False,
        help_text=_("Readers and experts do not see who asks; the secretariat does."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = themes()
        self.fields["region"].choices = [("", pgettext_lazy("a region", "None in particular")), *large_regions()]

    @property
    def words(self):
        """What the verb wants."""
        words = dict(self.cleaned_data)
        words["themes"] = Theme.objects.filter(slug__in=words["themes"])
        words["region"] = Region.objects.filter(slug=words["region"]).first()
        return words


class FindForm(forms.Form):
    """By words, theme, region and state; one's own, and those that wait for one."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    show = forms.ChoiceField(
        label=pgettext_lazy("questions", "Whose"),
        required=False,
        choices=[
            ("", pgettext_lazy("questions", "All")),
            ("mine", pgettext_lazy("questions", "Mine")),
            ("waiting", pgettext_lazy("questions", "Waiting for me")),
        ],
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        shown = [state for state in Question.Status if state != Question.Status.WITHDRAWN]
        self.fields["state"].choices = [("", _("All")), *((state.value, state.label) for state in shown)]
        self.fields["theme"].choices = [("", _("All")), *themes()]
        self.fields["region"].choices = [("", _("All")), *large_regions()]

    def narrow(self, questions):
        """Those of `questions` that are asked for, the newest first; what makes no sense is not asked."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        if asked.get("q"):
            questions = questions.about(asked["q"])
        if asked.get("theme"):
            questions = questions.filter(themes__slug=asked["theme"])
        if asked.get("region"):
            questions = questions.filter(region__slug=asked["region"])
        if asked.get("state"):
            questions = questions.filter(status=asked["state"])
        if asked.get("show") == "mine":
            questions = questions.filter(asker=self.user)
        elif asked.get("show") == "waiting":
            questions = questions.filter(pk__in=questions.waiting_for(self.user).order_by().values("pk"))
        return questions.newest_first()

    @property
    def is_asking(self):
        """Whether something narrows the list."""
        return any(self.data.get(name) for name in self.fields)


class AnswerForm(OnceForm):
    """What an expert answers."""

    text = TextField(
        label=_("Your answer"),
        rows=10,
        max_length=LONGEST,
        help_text=_("Everybody signed in can read it, with your name. Say where more can be read."),
    )
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_answer_%s", **kwargs)


class FollowUpForm(OnceForm):
    """What the asker adds, and experts ask back."""

    text = TextField(label=_("Ask back or add something"), rows=4, max_length=LONGEST_FOLLOW_UP)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_follow_up_%s", **kwargs)


class EditForm(forms.Form):
    """The same words, mended."""

    text = TextField(label=_("Your answer"), rows=10, max_length=LONGEST)


class ReasonForm(forms.Form):
    """Why it is closed."""

    reason = TextField(label=_("Your reason"), rows=3, max_length=500, help_text=_("Everybody reads it on the page."))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, auto_id="id_reason_%s", **kwargs)


class AssignForm(forms.Form):
    """To whom a question is led."""

    expert = RowField(Expert.objects.none(), label=_("Expert"), empty_label=_("Choose a person"))

    def __init__(self, *args, experts, **kwargs):
        super().__init__(*args, auto_id="id_assign_%s", **kwargs)
        self.fields["expert"].queryset = experts
