"""Decisions of all meetings, for the secretariat: who sees to what, until when, and what is late."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, State, state_filter, verb
from events.models import Decision


@admin.register(Decision)
class DecisionAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["__str__", "meeting", "owner", "due_on", "state"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("To carry out"), lambda rows: rows.open()),
            late=(_("Late"), lambda rows: rows.open().filter(due_on__lt=timezone.localdate())),
            nobody=(_("To carry out, seen to by nobody"), lambda rows: rows.open().filter(owner=None)),
            done=(_("Carried out"), lambda rows: rows.exclude(done_at=None)),
        ),
        ("due_on", RangeDateFilter),
    ]
    search_fields = ["text", "meeting__title", "owner__name"]
    fields = ["text", "meeting", "owner", "due_on", "state", "created_at", "done_at"]
    readonly_fields = fields
    verbs = ["complete"]
    export_columns = ["text", "meeting", "owner", "due_on", "created_at", "done_at"]
    personal_columns = ["owner"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("meeting__space", "owner")

    @display(description=_("State"), label={"open": "warning", "late": "danger", "done": "success"})
    def state(self, decision):
        if decision.is_done:
            return State("done", _("carried out"))
        return State("late", _("late")) if decision.is_late else State("open", _("to carry out"))

    @verb(
        _("Carried out"),
        permission="events.complete_decision",
        when=lambda decision: decision.can_be_completed,
        explanation=_("It no longer stands among the duties of whoever sees to it."),
        done=_("Carried out."),
    )
    def complete(self, decision, *, by):
        decision.complete(by=by)
