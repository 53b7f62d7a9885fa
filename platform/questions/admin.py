"""Questions, answers and experts in the admin: found, read, and looked after by verbs."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter, RangeDateFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectMultipleWidget, UnfoldAdminSelectWidget, UnfoldAdminTextareaWidget

from accounts.models import User
from core.admin_base import (
    AddedByVerb,
    PlatformAdmin,
    ReadOnlyInline,
    State,
    offer_search,
    state_filter,
    verb,
)
from core.choices import RowField
from core.models import Theme
from questions.models import Answer, Expert, FollowUp, Question
from regions.models import Region

COLOURS = {"open": "warning", "answered": "success", "closed": "default", "withdrawn": "default"}


class SubjectsForm(forms.Form):
    """What an expert answers for."""

    themes = forms.ModelMultipleChoiceField(
        label=_("Themes"), queryset=Theme.objects.all(), widget=UnfoldAdminSelectMultipleWidget
    )
    regions = forms.ModelMultipleChoiceField(
        label=_("Regions"),
        queryset=Region.objects.large(),
        required=False,
        widget=UnfoldAdminSelectMultipleWidget,
        help_text=_("None means the whole world."),
    )


class NamingForm(SubjectsForm):
    """Whom to name, and for what."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    field_order = ["person", "themes", "regions"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Expert, "person")


class CloseForm(forms.Form):
    """Why it is closed."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=_("Everybody reads it on the page."),
    )


class AssignForm(forms.Form):
    """To whom a question is led."""

    expert = RowField(Expert.objects.in_force(), label=_("Expert"), widget=UnfoldAdminSelectWidget)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["expert"].queryset = Expert.objects.in_force().select_related("person").order_by("person__name")


@admin.register(Expert)
class ExpertAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["person", "shown_themes", "shown_regions", "state", "started_at", "ended_at"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            in_force=(_("In force"), lambda rows: rows.in_force()),
            ended=(_("Ended"), lambda rows: rows.exclude(ended_at=None)),
        ),
        ("themes", RelatedDropdownFilter),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email"]
    fields = ["person", "shown_themes", "shown_regions", "state", "started_at", "ended_at"]
    readonly_fields = fields
    verbs = ["redirect", "end"]
    export_columns = ["person", "shown_themes", "shown_regions", "state", "started_at", "ended_at"]
    personal_columns = ["person"]
    add_form = NamingForm
    add_explanation = _(
        "Questions about these themes and regions go to this person, who is told. Everybody sees the name."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("questions.name_expert")

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person").prefetch_related("themes", "regions")

    def add(self, *, by, person, themes, regions):
        return Expert.name(person, themes=themes, regions=regions, by=by)

    @display(description=_("Themes"))
    def shown_themes(self, expert):
        return ", ".join(map(str, expert.themes.all())) or "–"

    @display(description=_("Regions"))
    def shown_regions(self, expert):
        return ", ".join(map(str, expert.regions.all())) or _("the whole world")

    @display(description=_("State"), label={"in_force": "success", "inactive": "danger", "ended": "info"})
    def state(self, expert):
        if not expert.is_open:
            return State("ended", _("ended"))
        if expert.person.is_active:
            return State("in_force", _("in force"))
        return State("inactive", _("account not active"))

    @verb(
        _("Change themes and regions"),
        permission="questions.redirect_expert",
        form=SubjectsForm,
        when=lambda expert: expert.is_open,
        explanation=_("New questions are led by these. Questions that wait already stay where they are."),
        done=_("Changed."),
    )
    def redirect(self, expert, *, by, themes, regions):
        expert.redirect(themes=themes, regions=regions, by=by)

    @verb(
        _("End"),
        permission="questions.end_expert",
        when=lambda expert: expert.is_open,
        explanation=_("No question goes to this person any more. What she has answered stays."),
        done=_("The mandate has ended."),
        is_grave=True,
    )
    def end(self, expert, *, by):
        expert.end(by=by)


class AnswersInline(ReadOnlyInline):
    model = Answer
    fields = ["author", "text", "answered_at", "accepted_at"]
    ordering = ["answered_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author__person", "question")


class FollowUpsInline(ReadOnlyInline):
    model = FollowUp
    fields = ["author", "text", "written_at"]
    ordering = ["written_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("author", "question")


@admin.register(Question)
class QuestionAdmin(PlatformAdmin):
    """People ask on the platform; here questions are found, led to somebody, and closed."""

    can_add = can_change = False
    list_display = ["title", "asker", "shown_state", "region", "asked_at", "answered_at", "waiting_days"]
    list_filter = [
        state_filter(
            _("waiting"),
            "waiting",
            ours=(_("For the secretariat"), lambda rows: rows.for_secretariat()),
            long=(_("Unanswered for long"), lambda rows: rows.unanswered()),
        ),
        state_filter(
            _("state"),
            "state",
            **{each.value: (each.label, lambda rows, each=each: rows.filter(status=each)) for each in Question.Status},
        ),
        ("themes", RelatedDropdownFilter),
        ("region", RelatedDropdownFilter),
        ("asker", AutocompleteSelectFilter),
        ("asked_at", RangeDateFilter),
    ]
    search_fields = ["title", "text", "asker__name"]
    fields = [
        "title",
        "text",
        "language",
        "asker",
        "is_unnamed",
        "shown_themes",
        "region",
        "shown_experts",
        "shown_state",
        "reason",
        "asked_at",
        "answered_at",
        "waiting_days",
    ]
    readonly_fields = fields
    inlines = [AnswersInline, FollowUpsInline]
    verbs = ["assign", "close", "reopen"]
    bulk_verbs = ["close"]
    export_columns = ["title", "asker", "shown_state", "region", "asked_at", "answered_at", "waiting_days"]
    personal_columns = ["asker"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("asker", "region")

    @display(description=_("Themes"))
    def shown_themes(self, question):
        return ", ".join(map(str, question.themes.all())) or "–"

    @display(description=_("Went to"))
    def shown_experts(self, question):
        return ", ".join(map(str, question.experts.select_related("person"))) or "–"

    @display(description=_("State"), label=COLOURS)
    def shown_state(self, question):
        return State(question.status, question.get_status_display())

    @display(description=_("Days to the first answer"))
    def waiting_days(self, question):
        return question.waiting_days

    @verb(
        _("Lead to an expert"),
        permission="questions.assign_question",
        form=AssignForm,
        when=lambda question: question.can_be_assigned,
        explanation=_("The expert is told, and has it among the things to do."),
        done=_("The expert has been told."),
    )
    def assign(self, question, *, by, expert):
        question.assign(expert, by=by)

    @verb(
        pgettext_lazy("a question", "Close"),
        permission="questions.close_question",
        form=CloseForm,
        when=lambda question: question.can_be_closed,
        explanation=_("Nobody writes there any more. Whoever asked is told; everybody reads your reason."),
        done=_("Closed. Whoever asked is told, with your reason."),
        is_grave=True,
    )
    def close(self, question, *, by, reason):
        question.close(reason, by=by)

    @verb(
        _("Reopen"),
        permission="questions.close_question",
        when=lambda question: question.can_be_reopened,
        explanation=_("It can be answered again."),
        done=_("The question is open again."),
    )
    def reopen(self, question, *, by):
        question.reopen(by=by)


@admin.register(Answer)
class AnswerAdmin(PlatformAdmin):
    """What experts answered, to find and to read."""

    can_add = can_change = False
    list_display = ["shown_text", "author", "question", "answered_at", "accepted_at"]
    list_filter = [("answered_at", RangeDateFilter)]
    search_fields = ["text", "author__person__name", "question__title"]
    fields = ["question", "author", "text", "language", "answered_at", "edited_at", "accepted_at"]
    readonly_fields = fields
    export_columns = ["question", "author", "language", "answered_at", "accepted_at"]
    personal_columns = ["author"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("question", "author__person")

    @display(description=_("Text"))
    def shown_text(self, answer):
        return answer.text[:80] or "–"
