"""Calls for information and consultations: opened and dated here; the candidates side by side."""

from django import forms
from django.contrib import admin
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminSelectWidget

from core.admin_base import AddedByVerb, PlatformAdmin, State, state_filter, verb
from regions.models import Region
from taskforces.admin.applications import TaskForceFilter
from taskforces.admin.fields import moment
from taskforces.comparing import Comparison
from taskforces.models import Call, Consultation, Role, TaskForce


class DeadlineForm(forms.Form):
    """Until when statements are written."""

    deadline = moment(_("Deadline"))


class CallForm(DeadlineForm):
    """For which seat candidates are called."""

    task_force = forms.ModelChoiceField(
        label=_("Task force"),
        queryset=TaskForce.objects.with_objective(),
        empty_label=_("Choose a task force"),
        widget=UnfoldAdminSelectWidget,
    )
    role = forms.ChoiceField(
        label=_("Role"),
        choices=[("", _("Choose a role")), *(choice for choice in Role.choices if choice[0] != Role.MEMBER)],
        widget=UnfoldAdminSelectWidget,
    )
    region = forms.ModelChoiceField(
        label=_("Region"),
        queryset=Region.objects.large(),
        required=False,
        empty_label=_("Every region"),
        widget=UnfoldAdminSelectWidget,
        help_text=_("Only for regional representatives."),
    )
    field_order = ["task_force", "role", "region", "deadline"]


class WindowForm(forms.Form):
    """From when to when the members are heard."""

    opens_at = moment(_("Opens"), help_text=_("After the deadline of the statements at the earliest."))
    closes_at = moment(_("Closes"))


class EndForm(forms.Form):
    """When the consultation closes."""

    closes_at = moment(_("Closes"))


@admin.register(Call)
class CallAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["code", "role", "region", "deadline", "state", "number_of_candidates"]
    list_display_links = ["code"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            running=(_("Statements are written"), lambda rows: rows.running()),
            undecided=(_("Candidates wait for the decision"), lambda rows: rows.undecided()),
        ),
        ("role", ChoicesDropdownFilter),
        TaskForceFilter,
    ]
    search_fields = ["task_force__objective__code"]
    search_help_text = _("Code of the task force")
    fields = ["task_force", "role", "region", "opened_at", "deadline", "state", "window", "compared"]
    readonly_fields = fields
    verbs = ["plan_consultation", "move_deadline"]
    export_columns = ["code", "role", "region", "opened_at", "deadline", "state"]
    add_form = CallForm
    add_explanation = _(
        "Candidates say until the deadline why they qualify. A call opens by itself, for 30 days, when somebody "
        "stands for a seat for which none is running."
    )

    def has_add_permission(self, request):
        return request.user.has_perm("taskforces.open_call")

    def get_queryset(self, request):
        return super().get_queryset(request).with_objective().prefetch_related("candidates")

    def add(self, *, by, task_force, role, region, deadline):
        return Call.open(task_force, role, region=region, deadline=deadline, by=by)

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, call):
        return call.task_force.code

    @display(description=_("Candidates"))
    def number_of_candidates(self, call):
        return sum(candidate.can_be_nominated for candidate in call.candidates.all())

    @display(
        description=_("State"),
        label={"running": "info", "planned": "info", "open": "warning", "closed": "success", "over": "default"},
    )
    def state(self, call):
        if not call.has_consultation:
            return State("running", _("statements")) if call.is_running else State("over", _("deadline passed"))
        if call.consultation.is_closed:
            return State("closed", _("consultation closed"))
        return State("open", _("in consultation")) if call.consultation.has_begun else State("planned", _("planned"))

    @display(description=_("Consultation"))
    def window(self, call):
        if not call.has_consultation:
            return None
        return f"{call.consultation.opens_at:%Y-%m-%d %H:%M} – {call.consultation.closes_at:%Y-%m-%d %H:%M} UTC"

    @display(description=_("Candidates side by side"))
    def compared(self, call):
        return render_to_string("admin/taskforces/comparison.html", {"call": call, "comparison": Comparison(call)})

    @verb(
        _("Plan the consultation"),
        permission="taskforces.plan_consultation",
        form=WindowForm,
        when=lambda call: call.can_be_consulted_on,
        explanation=_(
            "The people of the task force read the candidates, support them and comment. Nobody but you sees who says "
            "what; totals are shown to them at the end. Candidates and members are told now."
        ),
        done=_("Planned. Candidates and members have been told."),
    )
    def plan_consultation(self, call, *, by, opens_at, closes_at):
        Consultation.plan(call, opens_at=opens_at, closes_at=closes_at, by=by)

    @verb(
        _("Move the deadline"),
        permission="taskforces.open_call",
        form=DeadlineForm,
        when=lambda call: not call.has_consultation,
        explanation=_("Candidates have more time for their statements, or less. They are told."),
        done=_("Moved. The candidates have been told."),
    )
    def move_deadline(self, call, *, by, deadline):
        call.move_deadline(deadline, by=by)


@admin.register(Consultation)
class ConsultationAdmin(PlatformAdmin):
    """When the members are heard; planned on the page of a call."""

    can_add = can_change = False
    list_display = ["call", "opens_at", "closes_at", "state"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("Open"), lambda rows: rows.open()),
            undecided=(_("Closed, not decided"), lambda rows: rows.closed().undecided()),
            closed=(_("Closed"), lambda rows: rows.closed()),
        ),
    ]
    search_fields = ["call__task_force__objective__code"]
    search_help_text = _("Code of the task force")
    fields = ["call", "opens_at", "closes_at", "state"]
    readonly_fields = fields
    verbs = ["move"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("call__task_force__objective", "call__region")

    @display(description=_("State"), label={"planned": "info", "open": "warning", "closed": "success"})
    def state(self, consultation):
        if consultation.is_closed:
            return State("closed", _("closed"))
        return State("open", _("open")) if consultation.has_begun else State("planned", _("planned"))

    @verb(
        _("Move the end"),
        permission="taskforces.plan_consultation",
        form=EndForm,
        when=lambda consultation: not consultation.is_closed,
        explanation=_(
            "It closes earlier or later. Once it is over it is not opened again. Candidates and members are told."
        ),
        done=_("Moved. Candidates and members have been told."),
    )
    def move(self, consultation, *, by, closes_at):
        consultation.move(closes_at=closes_at, by=by)
