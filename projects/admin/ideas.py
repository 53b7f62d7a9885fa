"""Ideas and their comments in the admin: read, found, and closed by the verbs that leaders use too."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, RangeDateFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget, UnfoldAdminTextInputWidget

from accounts.models import User
from core.admin_base import PlatformAdmin, ReadOnlyInline, ReasonForm, State, offer_search, state_filter, verb
from core.admin_verbs import FoundByTyping
from partners.models import Partner
from projects.models import Comment, Idea, TeamMember

COLOURS = {
    "proposed": "info",
    "forming": "warning",
    "formed": "success",
    "set_aside": "danger",
    "withdrawn": "default",
}


class FormTeamForm(forms.Form):
    """Name and purpose of the team, and who coordinates it for which partner."""

    name = forms.CharField(label=_("Name of the team"), max_length=150, widget=UnfoldAdminTextInputWidget)
    purpose = forms.CharField(
        label=_("What it will do"), max_length=2000, widget=UnfoldAdminTextareaWidget(attrs={"rows": 4})
    )
    coordinator = forms.ModelChoiceField(label=_("Coordinator"), queryset=User.objects.active())
    partner = forms.ModelChoiceField(label=_("Stands for"), queryset=Partner.objects.in_force())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, TeamMember, "partner")
        self.fields["coordinator"].widget = offered_people(self.fields["coordinator"])


def offered_people(field):
    """A widget by which people are found by typing."""
    widget = FoundByTyping(TeamMember._meta.get_field("person"), admin.site)
    widget.choices = field.choices
    return widget


class CommentsInline(ReadOnlyInline):
    model = Comment
    fields = ["author", "text", "created_at", "hidden_at"]
    ordering = ["created_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author", "idea")


@admin.register(Idea)
class IdeaAdmin(PlatformAdmin):
    """People propose ideas on the platform; the secretariat proposes there too."""

    can_add = can_change = False
    list_display = ["code", "title", "author", "shown_state", "supporters", "created_at"]
    list_display_links = ["code", "title"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            **{state.value: (state.label, lambda rows, state=state: rows.in_state(state)) for state in Idea.State},
        ),
        ("task_force__objective__goal", RelatedDropdownFilter),
        ("author", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["title", "author__name", "author__email", "task_force__objective__code"]
    search_help_text = _("Title, author, or code of the task force")
    fields = [
        "task_force",
        "gap",
        "title",
        "summary",
        "shown_regions",
        "shown_countries",
        "partners_wanted",
        "natures_in_words",
        "language",
        "author",
        "shown_state",
        "reason",
        "supporters",
        "created_at",
        "edited_at",
    ]
    readonly_fields = fields
    inlines = [CommentsInline]
    verbs = ["form_team", "set_aside", "take_up"]
    bulk_verbs = ["set_aside"]
    export_columns = ["code", "title", "author", "shown_state", "supporters", "language", "created_at"]
    personal_columns = ["author"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_facts().prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, idea):
        return idea.task_force.code

    @display(description=_("State"), label=COLOURS)
    def shown_state(self, idea):
        return State(idea.state.value, idea.state.label)

    @display(description=_("Supporters"), ordering="number_of_supporters")
    def supporters(self, idea):
        return idea.number_of_supporters

    @display(description=_("Regions"))
    def shown_regions(self, idea):
        return ", ".join(map(str, idea.regions.all())) or "–"

    @display(description=_("Countries"))
    def shown_countries(self, idea):
        return ", ".join(map(str, idea.countries.all())) or "–"

    @display(description=_("Legal nature of the partners wanted"))
    def natures_in_words(self, idea):
        return ", ".join(map(str, idea.natures_in_words)) or "–"

    @verb(
        _("Form a Project Team"),
        permission="projects.form_team_idea",
        form=FormTeamForm,
        when=lambda idea: idea.can_become_team,
        explanation=_("The coordinator is asked. The author of the idea and those who support it are told."),
        done=_("The team is founded. The coordinator has been asked."),
    )
    def form_team(self, idea, *, by, **facts):
        idea.form_team(by=by, **facts)

    @verb(
        _("Set aside"),
        permission="projects.set_aside_idea",
        form=ReasonForm,
        when=lambda idea: idea.can_be_set_aside,
        explanation=_("The author and everybody else read your reason. It can be taken up again."),
        done=_("Set aside. The author has been told."),
        is_grave=True,
    )
    def set_aside(self, idea, *, by, reason):
        idea.set_aside(reason, by=by)

    @verb(
        _("Take up again"),
        permission="projects.set_aside_idea",
        when=lambda idea: idea.can_be_taken_up,
        explanation=_("The idea is open again. The author is told."),
        done=_("Taken up again."),
    )
    def take_up(self, idea, *, by):
        idea.take_up(by=by)


@admin.register(Comment)
class CommentAdmin(PlatformAdmin):
    """What was written about ideas, to look after."""

    can_add = can_change = False
    list_display = ["shown_text", "author", "idea", "shown_state", "created_at"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            standing=(_("Standing"), lambda rows: rows.standing()),
            hidden=(_("Hidden"), lambda rows: rows.exclude(hidden_at=None)),
            removed=(_("Removed"), lambda rows: rows.exclude(removed_at=None)),
        ),
        ("author", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["text", "author__name", "idea__title"]
    fields = ["idea", "author", "text", "language", "shown_state", "hidden_reason", "created_at", "edited_at"]
    readonly_fields = fields
    verbs = ["hide"]
    bulk_verbs = ["hide"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author", "idea__task_force__objective")

    @display(description=_("Text"))
    def shown_text(self, comment):
        return comment.text[:80] or "–"

    @display(description=_("State"), label={"standing": "success", "hidden": "danger", "removed": "default"})
    def shown_state(self, comment):
        if comment.hidden_at:
            return State("hidden", _("hidden"))
        return State("removed", _("removed")) if comment.removed_at else State("standing", _("standing"))

    @verb(
        _("Hide"),
        permission="projects.hide_comment",
        form=ReasonForm,
        when=lambda comment: comment.can_be_hidden,
        explanation=_("Nobody reads it any more. Whoever wrote it is told, with your reason."),
        done=_("Hidden. Whoever wrote it has been told."),
        is_grave=True,
    )
    def hide(self, comment, *, by, reason):
        comment.hide(reason, by=by)
