"""What people type around ideas: proposing, finding, discussing."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from messaging.forms import OnceForm, TextField
from partners.models import Partner
from projects.models import Idea
from projects.models.comment import LONGEST
from projects.wordings import countries, large_regions, objectives
from regions.models import Country, Region


def ticks(label, **options):
    """Things to tick, in columns."""
    widget = forms.CheckboxSelectMultiple(attrs={"class": "ticks"})
    return forms.MultipleChoiceField(label=label, required=False, widget=widget, **options)


class IdeaForm(OnceForm):
    """An idea, and where and with whom it could become real."""

    title = forms.CharField(label=_("Title"), max_length=150)
    summary = TextField(
        label=_("The idea"),
        rows=10,
        max_length=4000,
        help_text=_("What would be done, for whom, and what it would change. Everybody can read it."),
    )
    gap = forms.ChoiceField(
        label=_("Gap it answers"),
        required=False,
        help_text=_("What this task force has named as missing. Leave it empty if the idea answers none."),
        error_messages={"invalid_choice": _("This gap is not open in this task force. Choose another one, or none.")},
    )
    regions = ticks(_("Regions"))
    countries = ticks(_("Countries"))
    partners_wanted = TextField(
        label=_("Partners wanted"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Who is missing: skills, land, data, funds."),
    )
    natures_wanted = ticks(_("Legal nature of the partners wanted"), choices=Partner.Nature.choices)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)

    def __init__(self, *args, gaps=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.gaps = {str(gap.pk): gap for gap in gaps}
        if self.gaps:
            self.fields["gap"].choices = [
                ("", pgettext_lazy("a gap", "None")),
                *((key, str(gap)) for key, gap in self.gaps.items()),
            ]
        else:
            del self.fields["gap"]
        self.fields["regions"].choices = large_regions()
        self.fields["countries"].choices = countries()

    @property
    def words(self):
        """What the verb wants."""
        words = dict(self.cleaned_data)
        if "gap" in words:
            words["gap"] = self.gaps.get(words["gap"])
        words["regions"] = Region.objects.filter(slug__in=words["regions"])
        words["countries"] = Country.objects.filter(pk__in=words["countries"])
        return words

    def refuse(self, error):
        """Say what the verb refused: beside the gap when it was closed meanwhile, above the form otherwise."""
        is_about_gap = "gap" in self.fields and "gap" in getattr(error, "error_dict", {})
        self.add_error("gap" if is_about_gap else None, error.messages)


class FindIdeasForm(forms.Form):
    """By words, objective, region and state; the newest or the most supported first."""

    q = forms.CharField(
        label=pgettext_lazy("search", "Words"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    objective = forms.ChoiceField(label=_("Objective"), required=False)
    region = forms.ChoiceField(label=_("Region"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    sort = forms.ChoiceField(
        label=_("Sorted by"),
        required=False,
        choices=[("", _("Newest")), ("supported", _("Most supported"))],
    )

    def __init__(self, *args, in_one_task_force=False, **kwargs):
        super().__init__(*args, **kwargs)
        shown = [state for state in Idea.State if state != Idea.State.WITHDRAWN]
        self.fields["state"].choices = [("", _("All")), *((state.value, state.label) for state in shown)]
        self.fields["region"].choices = [("", _("All")), *large_regions()]
        if in_one_task_force:
            del self.fields["objective"]
        else:
            self.fields["objective"].choices = [("", _("All")), *objectives()]

    def narrow(self, ideas):
        """Those of `ideas` that are asked for, in the order asked for; what makes no sense is not asked."""
        self.is_valid()
        asked = getattr(self, "cleaned_data", {})
        if asked.get("q"):
            ideas = ideas.about(asked["q"])
        if asked.get("objective"):
            ideas = ideas.filter(task_force__objective__code=asked["objective"])
        if asked.get("region"):
            ideas = ideas.filter(regions__slug=asked["region"])
        if asked.get("state"):
            ideas = ideas.in_state(asked["state"])
        ideas = ideas.with_facts()
        return ideas.most_supported_first() if asked.get("sort") == "supported" else ideas.newest_first()

    @property
    def is_asking(self):
        """Whether something narrows the list."""
        return any(self.data.get(name) for name in self.fields)


class CommentForm(OnceForm):
    """Some words about an idea; `parent` is the comment they answer."""

    parent = forms.IntegerField(required=False, min_value=1, max_value=2**62, widget=forms.HiddenInput)
    text = TextField(label=_("Your comment"), rows=4, max_length=LONGEST)
    language = forms.ChoiceField(label=_("Language you write in"), choices=settings.LANGUAGES)

    def __init__(self, *args, prefix_of_ids="comment", **kwargs):
        super().__init__(*args, auto_id=f"id_{prefix_of_ids}_%s", **kwargs)


class EditForm(forms.Form):
    """The same words, mended."""

    text = TextField(label=_("Your comment"), rows=4, max_length=LONGEST)


class ReasonForm(forms.Form):
    """Why."""

    reason = TextField(label=_("Your reason"), rows=4, max_length=500)

    def __init__(self, *args, help_text="", **kwargs):
        super().__init__(*args, auto_id="id_reason_%s", **kwargs)
        self.fields["reason"].help_text = help_text
