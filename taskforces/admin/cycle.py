"""The cycle: its stages and outputs as data, where the task forces stand, what their leaders attest."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RelatedDropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReasonForm, State, TranslatedAdmin, state_filter, verb
from taskforces.admin.applications import TaskForceFilter
from taskforces.models import Output, OutputDelivery, Stage, StageRecord


@admin.register(Stage)
class StageAdmin(TranslatedAdmin):
    """The stages are seven: they are reworded and confirmed, not added."""

    can_add = False
    list_display = ["number", "title", "is_confirmed"]
    list_display_links = ["number", "title"]
    list_filter = ["is_confirmed"]
    fields = ["number", "code", "is_confirmed"]
    readonly_fields = ["number", "code"]


@admin.register(Output)
class OutputAdmin(TranslatedAdmin):
    list_display = ["title", "stage", "is_required", "told", "can_be_attested", "position"]
    list_filter = [("stage", RelatedDropdownFilter), "is_required", "can_be_attested"]
    search_fields = ["code", "title_en", "title_fr", "title_es"]
    fields = ["stage", "code", "position", "is_required", "can_be_attested"]
    ordering = ["stage__number", "position"]
    list_select_related = ["stage"]

    def get_readonly_fields(self, request, obj=None):
        """The code ties an output to what the platform knows: it does not change."""
        return ["code"] if obj else []

    @display(description=_("Told by the platform"), boolean=True)
    def told(self, output):
        return output.is_told


@admin.register(StageRecord)
class StageRecordAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["code", "stage", "since", "until", "way", "stuck"]
    list_display_links = ["code", "stage"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("Where they stand now"), lambda rows: rows.open()),
            stuck=(_("Stuck for over 6 months"), lambda rows: rows.stuck()),
            past=(_("The past"), lambda rows: rows.exclude(until=None)),
        ),
        ("stage", RelatedDropdownFilter),
        ("way", ChoicesDropdownFilter),
        TaskForceFilter,
    ]
    search_fields = ["task_force__objective__code", "reason"]
    fields = readonly_fields = ["task_force", "stage", "since", "until", "way", "moved_by", "reason", "missing_words"]
    ordering = ["-since", "-pk"]
    verbs = ["move_on", "overrule", "move_back"]
    export_columns = ["code", "stage", "since", "until", "way", "reason"]

    def get_queryset(self, request):
        rows = (
            super().get_queryset(request).with_standing().select_related("stage", "moved_by", "task_force__objective")
        )
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, record):
        return record.task_force.code

    @display(description=_("Stuck"), boolean=True)
    def stuck(self, record):
        return record.is_stuck

    @display(description=_("Still missing"))
    def missing_words(self, record):
        return "; ".join(map(str, record.missing)) or "–" if record.is_open else "–"

    @verb(
        _("Move on"),
        permission="taskforces.move_on_stagerecord",
        when=lambda record: record.can_be_moved_on,
        explanation=_("All required outputs are there. The people of the task force are told."),
        done=_("The task force has moved on."),
    )
    def move_on(self, record, *, by):
        record.move_on(by=by)

    @verb(
        _("Move on though something is missing"),
        permission="taskforces.overrule_stagerecord",
        form=ReasonForm,
        when=lambda record: record.can_be_overruled,
        explanation=_("Everybody reads your reason on the page of the task force; its people are told."),
        done=_("The task force has moved on. Its people read your reason."),
    )
    def overrule(self, record, *, by, reason):
        record.overrule(reason=reason, by=by)

    @verb(
        _("Move back"),
        permission="taskforces.move_back_stagerecord",
        form=ReasonForm,
        when=lambda record: record.can_be_moved_back,
        explanation=_("Everybody reads your reason on the page of the task force; its people are told."),
        done=_("The task force has moved back. Its people read your reason."),
        is_grave=True,
    )
    def move_back(self, record, *, by, reason):
        record.move_back(reason=reason, by=by)


@admin.register(OutputDelivery)
class OutputDeliveryAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["code", "output", "delivered_at", "delivered_by", "state"]
    list_display_links = ["code", "output"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            standing=(_("Standing"), lambda rows: rows.standing()),
            taken_back=(_("Taken back"), lambda rows: rows.exclude(taken_back_at=None)),
        ),
        ("output", RelatedDropdownFilter),
        TaskForceFilter,
    ]
    search_fields = ["task_force__objective__code", "note"]
    fields = readonly_fields = [
        "task_force",
        "output",
        "delivered_at",
        "delivered_by",
        "note",
        "link",
        "taken_back_at",
        "taken_back_by",
        "reason",
    ]
    verbs = ["take_back"]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        rows = rows.select_related("output", "delivered_by", "taken_back_by", "task_force__objective")
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, delivery):
        return delivery.task_force.code

    @display(description=_("State"), label={"standing": "success", "taken_back": "default"})
    def state(self, delivery):
        if delivery.can_be_taken_back:
            return State("standing", _("standing"))
        return State("taken_back", _("taken back"))

    @verb(
        _("Take back"),
        permission="taskforces.take_back_outputdelivery",
        form=ReasonForm,
        when=lambda delivery: delivery.can_be_taken_back,
        explanation=_("The output is missing again. The reason is kept in the history."),
        done=_("Taken back: the output is missing again."),
        is_grave=True,
    )
    def take_back(self, delivery, *, by, reason):
        delivery.take_back(reason=reason, by=by)
