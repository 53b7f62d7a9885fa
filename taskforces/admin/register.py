"""Registers and gaps of all task forces in the admin: read, taken along, put in order by the verbs leaders use too."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import (
    AutocompleteSelectFilter,
    ChoicesDropdownFilter,
    RangeDateFilter,
    RelatedDropdownFilter,
)
from unfold.decorators import display
from unfold.widgets import UnfoldAdminTextareaWidget

from core.admin_base import PlatformAdmin, ReasonForm, State, offer_search, verb
from taskforces.admin.applications import TaskForceFilter
from taskforces.models import Gap, RegisterItem


class MergeForm(forms.Form):
    """The item that stays."""

    merged_into = forms.ModelChoiceField(label=_("The item that stays"), queryset=RegisterItem.objects.kept())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, RegisterItem, "merged_into")


class OutcomeForm(forms.Form):
    """What answers a gap."""

    outcome = forms.CharField(
        label=_("What answers it?"), max_length=2000, widget=UnfoldAdminTextareaWidget(attrs={"rows": 4})
    )


@admin.register(RegisterItem)
class RegisterItemAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["title", "code", "type", "places", "country", "state", "added_by", "created_at"]
    list_filter = [
        TaskForceFilter,
        ("type", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        ("regions", RelatedDropdownFilter),
        ("added_by", AutocompleteSelectFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["title", "authors", "doi", "task_force__objective__code"]
    search_help_text = _("Title, authors, DOI, or code of the task force")
    readonly_fields = fields = [
        *("task_force", "type", "title", "description", "language", "places", "country", "address", "doi"),
        *("authors", "year", "names", "added_by", "created_at", "updated_at", "state", "reason", "merged_into"),
    ]
    verbs = ["withdraw", "restore", "merge"]
    bulk_verbs = ["withdraw"]
    export_columns = [
        *("code", "type", "title", "authors", "year", "language", "places", "country", "doi", "address"),
        *("state", "added_by", "created_at"),
    ]
    personal_columns = ["added_by"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("task_force__objective", "country", "added_by")
        return rows.prefetch_related("regions", "task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, item):
        return item.task_force.code

    @display(description=_("Regions"))
    def places(self, item):
        return ", ".join(map(str, item.regions.all())) or _("Worldwide")

    @display(description=_("Organisations"))
    def names(self, item):
        return ", ".join(map(str, item.organisations.all()))

    @display(
        description=_("Status"),
        ordering="status",
        label={"kept": "success", "withdrawn": "danger", "merged": "info"},
    )
    def state(self, item):
        return State(item.status, item.get_status_display())

    @verb(
        _("Withdraw"),
        permission="taskforces.withdraw_registeritem",
        form=ReasonForm,
        when=lambda item: item.is_kept,
        explanation=_("It leaves the list and every count. The people of the task force still read it, and why."),
        done=_("Withdrawn."),
        is_grave=True,
    )
    def withdraw(self, item, *, by, reason):
        item.withdraw(by=by, reason=reason)

    @verb(
        _("Put back"),
        permission="taskforces.withdraw_registeritem",
        when=lambda item: item.is_withdrawn,
        explanation=_("It stands in the register again."),
    )
    def restore(self, item, *, by):
        item.restore(by=by)

    @verb(
        _("Merge"),
        permission="taskforces.merge_registeritem",
        form=MergeForm,
        when=lambda item: item.is_kept,
        explanation=_(
            "The other one, of the same task force, stays with the links of both; this one’s address leads to it."
        ),
        done=_("The two are one now."),
        is_grave=True,
    )
    def merge(self, item, *, by, merged_into):
        item.merge_into(merged_into, by=by)


@admin.register(Gap)
class GapAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["statement", "code", "region", "type", "state", "supported", "named_by", "created_at"]
    list_filter = [
        TaskForceFilter,
        ("type", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        ("region", RelatedDropdownFilter),
        ("created_at", RangeDateFilter),
    ]
    search_fields = ["statement", "why", "task_force__objective__code"]
    readonly_fields = fields = [
        *("task_force", "region", "type", "statement", "why", "named_by", "created_at"),
        *("supported", "state", "outcome", "settled_at"),
    ]
    verbs = ["address", "close", "reopen"]
    export_columns = ["code", "region", "type", "statement", "why", "state", "supported", "outcome", "created_at"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).with_support(request.user)
        rows = rows.select_related("task_force__objective", "region", "named_by")
        return rows.prefetch_related("task_force__objective__texts__version")

    @display(description=_("Task force"), ordering="task_force__objective__code")
    def code(self, gap):
        return gap.task_force.code

    @display(description=_("See it too"), ordering="number_of_supports")
    def supported(self, gap):
        return gap.number_of_supports

    @display(
        description=_("Status"),
        ordering="status",
        label={"open": "warning", "addressed": "success", "closed": "info"},
    )
    def state(self, gap):
        return State(gap.status, gap.get_status_display())

    @verb(
        _("Mark as addressed"),
        permission="taskforces.settle_gap",
        form=OutcomeForm,
        when=lambda gap: gap.is_open,
        explanation=_("It stays in the list, marked as addressed, with your words."),
    )
    def address(self, gap, *, by, outcome):
        gap.address(by=by, outcome=outcome)

    @verb(
        _("Close"),
        permission="taskforces.settle_gap",
        form=ReasonForm,
        when=lambda gap: gap.is_open,
        explanation=_("Nobody is asked to answer it any more. Your reason stays beside it."),
        is_grave=True,
    )
    def close(self, gap, *, by, reason):
        gap.close(by=by, reason=reason)

    @verb(
        _("Open again"),
        permission="taskforces.settle_gap",
        when=lambda gap: not gap.is_open,
        explanation=_("It waits for an answer again."),
    )
    def reopen(self, gap, *, by):
        gap.reopen(by=by)
