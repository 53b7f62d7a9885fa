"""Task forces, their seats, and what applicants are asked and told."""

from django import forms
from django.contrib import admin
from django.db.models import Prefetch
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import AutocompleteSelectFilter, ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminCheckboxSelectMultipleWidget, UnfoldAdminSelectWidget

from accounts.admin import inlines_of_person
from accounts.models import User
from core.admin_base import (
    AddedByVerb,
    PlatformAdmin,
    ReadOnlyInline,
    State,
    TranslatedAdmin,
    offer_search,
    state_filter,
    verb,
)
from regions.models import Region
from taskforces.admin_applications import ApplicationAdmin
from taskforces.models import Duty, JoiningForm, Question, Role, Seat, TaskForce

__all__ = ["ApplicationAdmin"]


class SeatForm(forms.Form):
    """Whom to give which seat; whether it may be given is the verb's to say."""

    person = forms.ModelChoiceField(label=_("Person"), queryset=User.objects.active())
    role = forms.ChoiceField(
        label=_("Role"), choices=[("", _("Choose a role")), *Role.choices], widget=UnfoldAdminSelectWidget
    )
    region = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Region.objects.large(),
        required=False,
        empty_label=_("No region"),
        widget=UnfoldAdminSelectWidget,
        help_text=_("Only for regional representatives."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Seat, "person")


class SeatOfTaskForceForm(SeatForm):
    """The same, with the task force."""

    task_force = forms.ModelChoiceField(
        label=_("Task force"),
        queryset=TaskForce.objects.with_objective(),
        empty_label=_("Choose a task force"),
        widget=UnfoldAdminSelectWidget,
    )
    field_order = ["task_force", "person", "role", "region"]


class SeatsInline(ReadOnlyInline):
    model = Seat
    fields = ["person", "role", "region", "started_at", "ended_at"]
    ordering = ["ended_at", "role", "started_at"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("person", "region", "task_force__objective")
        return rows.filter(ended_at=None)


class SeatsOfPerson(SeatsInline):
    verbose_name_plural = _("Seats in task forces")
    fields = ["code", "role", "region", "started_at", "ended_at"]

    @display(description=_("Task force"))
    def code(self, seat):
        return seat.task_force.code


inlines_of_person.append(SeatsOfPerson)


@admin.register(TaskForce)
class TaskForceAdmin(TranslatedAdmin):
    can_add = False  # one per strategic objective
    list_display = ["code", "title", "leader", "is_joining_open"]
    list_display_links = ["code", "title"]
    list_filter = [
        state_filter(
            _("leader"),
            "leader",
            none=(_("Without leader"), lambda rows: rows.exclude(pk__in=TaskForce.objects.with_leader())),
        ),
        "is_joining_open",
    ]
    search_fields = [
        "objective__code",
        "objective__texts__label_en",
        "objective__texts__label_fr",
        "objective__texts__label_es",
    ]
    fields = ["objective", "is_joining_open"]
    readonly_fields = ["objective"]
    inlines = [SeatsInline]
    verbs = ["give_seat"]

    def get_queryset(self, request):
        leaders = Seat.objects.in_force().leaders().select_related("person")
        return (
            super()
            .get_queryset(request)
            .with_objective()
            .prefetch_related(Prefetch("seats", leaders, to_attr="leaders_now"))
        )

    @display(description=_("Code"), ordering="objective__code")
    def code(self, task_force):
        return task_force.code

    @display(description=_("Objective"))
    def title(self, task_force):
        return task_force.objective.label

    @display(description=_("Leader"))
    def leader(self, task_force):
        return task_force.leaders_now[0].person if task_force.leaders_now else None

    @verb(
        _("Give a seat"),
        permission="taskforces.seat_taskforce",
        form=SeatForm,
        explanation=_(
            "Only people of active partner organisations can be leader or regional representative. "
            "A team member’s seat gives way to a leader’s or representative’s. The person is told."
        ),
        done=_("The seat is given. The person has been told."),
    )
    def give_seat(self, task_force, *, by, person, role, region):
        task_force.seat(person, role, region=region, by=by)


@admin.register(Seat)
class SeatAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["code", "person", "role", "region", "state", "started_at", "ended_at"]
    list_display_links = ["code", "person"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("Open"), lambda rows: rows.open()),
            flagged=(_("Vacant, to be confirmed"), lambda rows: rows.flagged()),
            ended=(_("Ended"), lambda rows: rows.exclude(ended_at=None)),
        ),
        ("role", ChoicesDropdownFilter),
        ("region", RelatedDropdownFilter),
        ("person", AutocompleteSelectFilter),
    ]
    search_fields = ["person__name", "person__email", "task_force__objective__code"]
    search_help_text = _("Person, or code of the task force")
    fields = ["task_force", "person", "role", "region", "state", "started_at", "ended_at"]
    readonly_fields = fields
    verbs = ["turn_into_membership", "end"]
    bulk_verbs = verbs
    export_columns = ["code", "person", "email", "role", "region", "state", "started_at", "ended_at"]
    personal_columns = ["person", "email"]
    add_form = SeatOfTaskForceForm
    add_explanation = TaskForceAdmin.give_seat.verb.explanation

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("task_force__objective").with_people()
        return rows.prefetch_related("task_force__objective__texts__version")

    def get_ordering(self, request):
        return ["task_force__objective__code", "role", "started_at"]

    def add(self, *, by, task_force, person, role, region):
        return task_force.seat(person, role, region=region, by=by)

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, seat):
        return seat.task_force.code

    @display(description=_("E-mail address"))
    def email(self, seat):
        return seat.person.email

    @display(description=_("State"), label={"open": "success", "flagged": "danger", "ended": "info"})
    def state(self, seat):
        if not seat.is_open:
            return State("ended", _("ended"))
        return State("flagged", _("vacant, to be confirmed")) if seat.is_flagged else State("open", _("open"))

    @verb(
        _("Turn into membership"),
        permission="taskforces.end_seat",
        when=lambda seat: seat.is_flagged,
        explanation=_(
            "The person’s organisation has left or is suspended. The seat is free again, and the person stays as a "
            "team member, and is told."
        ),
        done=_("The person is a team member now. The seat is free."),
    )
    def turn_into_membership(self, seat, *, by):
        seat.turn_into_membership(by=by)

    @verb(
        _("End"),
        permission="taskforces.end_seat",
        when=lambda seat: seat.is_open,
        explanation=_("The seat is free from now on. The person is told."),
        done=_("The seat has ended."),
        is_grave=True,
    )
    def end(self, seat, *, by):
        seat.end(by=by)


class QuestionsInline(ReadOnlyInline):
    model = Question
    fields = ["position", "label", "kind", "is_required"]
    ordering = ["position"]


@admin.register(JoiningForm)
class JoiningFormAdmin(PlatformAdmin):
    """Which questions applicants answer. A form that was answered stays as it was."""

    can_add = can_change = False
    list_display = ["used_by", "version", "is_answered"]
    fields = ["used_by", "version", "is_answered"]
    readonly_fields = fields
    inlines = [QuestionsInline]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("task_force__objective")
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Used by"), ordering="task_force")
    def used_by(self, form):
        return str(form.task_force or _("All task forces"))

    @display(description=_("Answered"), boolean=True)
    def is_answered(self, form):
        return form.is_answered


@admin.register(Question)
class QuestionAdmin(TranslatedAdmin):
    """The wording of a question, until somebody has answered its form."""

    can_add = False
    list_display = ["label", "form", "kind", "is_required", "position"]
    fields = ["form", "key", "kind", "position", "is_required", "roles", "offered"]
    readonly_fields = ["form", "key", "kind", "offered"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("form__task_force__objective")
        return rows.prefetch_related("form__task_force__objective__texts__version")

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or not obj.form.is_answered)

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "roles":
            return forms.TypedMultipleChoiceField(
                label=db_field.verbose_name,
                choices=Role.choices,
                required=False,
                widget=UnfoldAdminCheckboxSelectMultipleWidget,
                help_text=db_field.help_text,
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @display(description=_("Choices"))
    def offered(self, question):
        lines = [(" / ".join(choice["label"].values()),) for choice in question.choices]
        return format_html_join("\n", "<p>{}</p>", lines) or "–"


@admin.register(Duty)
class DutyAdmin(TranslatedAdmin):
    can_delete = True
    list_display = ["text", "role", "position"]
    list_filter = ["role"]
    fields = ["role", "position"]
