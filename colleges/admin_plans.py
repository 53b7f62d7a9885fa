"""The plans of action of the colleges: who does what, until when, and what is late."""

from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.contrib.filters.admin import RangeDateFilter, RelatedDropdownFilter
from unfold.decorators import display

from colleges.models import Action
from core.admin_base import PlatformAdmin, ReasonForm, State, state_filter, verb


@admin.register(Action)
class ActionAdmin(PlatformAdmin):
    can_add = can_change = False  # written on the page of the plan
    list_display = ["title", "college", "owner", "due_on", "shown_state"]
    list_filter = [
        state_filter(
            gettext_lazy("state"),
            "state",
            open=(gettext_lazy("To carry out"), lambda rows: rows.open()),
            late=(gettext_lazy("Late"), lambda rows: rows.late()),
            nobody=(gettext_lazy("To carry out, seen to by nobody"), lambda rows: rows.open().filter(owner=None)),
            done=(gettext_lazy("Done"), lambda rows: rows.done()),
            dropped=(gettext_lazy("Dropped"), lambda rows: rows.filter(state=Action.State.DROPPED)),
        ),
        ("college", RelatedDropdownFilter),
        ("due_on", RangeDateFilter),
    ]
    search_fields = ["title", "text", "owner__name"]
    fields = [
        "title",
        "text",
        "college",
        "owner",
        "due_on",
        "serves",
        "shown_state",
        "reason",
        "created_at",
        "closed_at",
    ]
    readonly_fields = fields
    verbs = ["begin", "complete", "drop", "take_up"]
    export_columns = ["title", "text", "college", "owner", "due_on", "shown_state", "created_at", "closed_at"]
    personal_columns = ["owner"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_facts()

    @display(description=gettext_lazy("Strategic objectives"))
    def serves(self, action):
        return ", ".join(str(objective) for objective in action.objectives.all())

    @display(
        description=gettext_lazy("State"),
        label={"planned": "info", "under_way": "warning", "late": "danger", "done": "success", "dropped": "default"},
    )
    def shown_state(self, action):
        return State("late", _("late")) if action.is_late else State(action.state, action.get_state_display())

    @verb(
        gettext_lazy("Under way"),
        permission="colleges.carry_out_action",
        when=lambda action: action.can_be_begun,
        done=gettext_lazy("It is under way."),
    )
    def begin(self, action, *, by):
        action.begin(by=by)

    @verb(
        gettext_lazy("Done"),
        permission="colleges.carry_out_action",
        when=lambda action: action.can_be_completed,
        explanation=gettext_lazy("It no longer stands among the duties of whoever sees to it."),
        done=gettext_lazy("Done."),
    )
    def complete(self, action, *, by):
        action.complete(by=by)

    @verb(
        gettext_lazy("Drop"),
        permission="colleges.drop_action",
        form=ReasonForm,
        when=lambda action: action.can_be_dropped,
        explanation=gettext_lazy("The reason stands in the plan. Whoever sees to it is told."),
        done=gettext_lazy("Dropped."),
        is_grave=True,
    )
    def drop(self, action, *, by, reason):
        action.drop(reason, by=by)

    @verb(
        gettext_lazy("Take up again"),
        permission="colleges.drop_action",
        when=lambda action: action.can_be_taken_up,
        explanation=gettext_lazy("It is planned again. Whoever sees to it is told."),
        done=gettext_lazy("It is planned again."),
    )
    def take_up(self, action, *, by):
        action.take_up(by=by)
