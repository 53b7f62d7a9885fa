"""Colleges and groups: their texts; and the organisations that stand elsewhere than their type says."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import RelatedDropdownFilter
from unfold.widgets import (
    UnfoldAdminCheckboxSelectMultipleWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
)

from colleges.admin_ambassadors import AmbassadorAdmin
from colleges.admin_bureau import BureauMandateAdmin
from colleges.admin_plans import ActionAdmin
from colleges.models import College, Group, Placement
from core.admin_base import AddedByVerb, PlatformAdmin, ReasonForm, TranslatedAdmin, offer_search, verb
from partners.models import Partner

__all__ = ["ActionAdmin", "AmbassadorAdmin", "BureauMandateAdmin"]


@admin.register(College)
class CollegeAdmin(TranslatedAdmin):
    can_add = False  # the Initiative has five
    list_display = ["number", "short", "name"]
    list_display_links = ["short"]
    fields = ["number", "slug", "types"]
    readonly_fields = ["number", "slug"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "types":
            return forms.TypedMultipleChoiceField(
                label=db_field.verbose_name,
                choices=Partner.Type.choices,
                widget=UnfoldAdminCheckboxSelectMultipleWidget,
                help_text=_("An organisation of one of these types stands in this college, unless it was placed."),
            )
        return super().formfield_for_dbfield(db_field, request, **kwargs)


@admin.register(Group)
class GroupAdmin(TranslatedAdmin):
    can_add = False
    list_display = ["short", "name"]
    fields = ["slug"]
    readonly_fields = ["slug"]


class MoveForm(ReasonForm):
    """Into which college, and why."""

    college = forms.ModelChoiceField(
        label=_("College"),
        queryset=College.objects.order_by("number"),
        empty_label=_("Choose a college"),
        widget=UnfoldAdminSelectWidget,
    )
    field_order = ["partner", "college", "reason"]


class PlacementForm(MoveForm):
    """Which organisation, into which college, and why."""

    partner = forms.ModelChoiceField(label=_("Organisation"), queryset=Partner.objects.all())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        offer_search(self, Placement, "partner")
        self.fields["reason"].widget = UnfoldAdminTextareaWidget(attrs={"rows": 4})


@admin.register(Placement)
class PlacementAdmin(AddedByVerb, PlatformAdmin):
    can_change = False
    list_display = ["partner", "college", "reason", "placed_at"]
    list_filter = [("college", RelatedDropdownFilter)]
    list_select_related = ["partner", "college"]
    search_fields = ["partner__name", "partner__acronym"]
    fields = ["partner", "college", "reason", "placed_at"]
    readonly_fields = fields
    verbs = ["move", "lift"]
    export_columns = ["partner", "college", "reason", "placed_at"]
    add_form = PlacementForm
    add_explanation = _(
        "An organisation stands in the college of its type. Place it here only as an exception; "
        "those who speak for it are told, with the reason."
    )

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("partner", "college")

    def add(self, *, by, partner, college, reason):
        return Placement.place(partner, college, reason=reason, by=by)

    @verb(
        _("Place elsewhere"),
        permission="colleges.change_placement",
        form=MoveForm,
        explanation=_("The new reason replaces the old one, which stays in the history."),
        done=_("Placed."),
    )
    def move(self, placement, *, by, college, reason):
        Placement.place(placement.partner, college, reason=reason, by=by)

    @verb(
        _("Lift"),
        permission="colleges.delete_placement",
        explanation=_("The organisation goes back to the college of its type."),
        done=_("The organisation stands in the college of its type again."),
        is_grave=True,
    )
    def lift(self, placement, *, by):
        placement.lift(by=by)
