"""Who is asked to review what, since when and until when: the load of the reviewers."""

from django.contrib import admin
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from unfold.contrib.filters.admin import AutocompleteSelectFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, State, state_filter, verb
from practices.models import Assignment, Practice


@admin.register(Assignment)
class AssignmentAdmin(PlatformAdmin):
    """Reviewers are assigned on the page of a sheet; here they are counted, and released."""

    can_add = can_change = False
    list_display = ["reviewer", "load", "content_object", "state", "assigned_at", "age_days", "due_on"]
    list_display_links = ["reviewer", "content_object"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            open=(_("Under review now"), lambda rows: rows.open()),
            overdue=(_("Overdue"), lambda rows: rows.overdue()),
        ),
        ("user", AutocompleteSelectFilter),
    ]
    search_fields = ["user__name", "user__email", "content_object__title"]
    search_help_text = _("Reviewer, or title of the sheet")
    ordering = ["user__name", "user", "assigned_at"]
    fields = readonly_fields = ["reviewer", "load", "content_object", "state", "assigned_by", "assigned_at", "due_on"]
    verbs = ["release"]
    bulk_verbs = verbs
    export_columns = ["reviewer", "load", "content_object", "state", "assigned_by", "assigned_at", "age_days", "due_on"]
    personal_columns = ["reviewer", "assigned_by"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_load().select_related("user", "content_object", "assigned_by")

    @display(description=_("Reviewer"), ordering="user__name")
    def reviewer(self, assignment):
        return assignment.user

    @display(description=_("Sheets under review"), ordering="load")
    def load(self, assignment):
        return assignment.load

    @display(
        description=_("State"),
        label={"overdue": "danger", **dict.fromkeys(Practice.Status.values, "default"), "submitted": "warning"},
    )
    def state(self, assignment):
        if assignment.is_overdue:
            return State("overdue", _("overdue"))
        practice = assignment.content_object
        return State(practice.status, practice.get_status_display())

    @display(description=_("Age, days"), ordering="assigned_at")
    def age_days(self, assignment):
        return (timezone.now() - assignment.assigned_at).days

    @verb(
        pgettext_lazy("a reviewer", "Release"),
        permission="practices.assign_reviewer_practice",
        explanation=_("This person need not review it any more, and no longer sees what is not published."),
        done=_("The reviewer has been released."),
    )
    def release(self, assignment, *, by):
        assignment.content_object.release_reviewer(assignment.user, by=by)
