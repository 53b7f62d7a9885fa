"""The agenda of outside meetings: the secretariat keeps it, partners say that they go."""

from django.contrib import admin
from django.db.models import Count
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateFilter, RelatedDropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReadOnlyInline, State, state_filter
from events.models import OutsideAttendance, OutsideMeeting

COLOURS = {1: "danger", 2: "warning", 3: "info"}


class AttendancesInline(ReadOnlyInline):
    model = OutsideAttendance
    fields = ["person", "said_at"]
    show_change_link = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "meeting")


@admin.register(OutsideMeeting)
class OutsideMeetingAdmin(PlatformAdmin):
    list_display = ["title", "organiser", "where", "starts_on", "ends_on", "shown_priority", "going"]
    list_filter = [
        ("priority", ChoicesDropdownFilter),
        ("country", RelatedDropdownFilter),
        state_filter(
            _("when"),
            "when",
            coming=(_("To come"), lambda rows: rows.to_come()),
            nobody=(_("To come, and nobody goes"), lambda rows: rows.to_come().filter(attendances=None)),
            over=(_("Over"), lambda rows: rows.over()),
        ),
        ("starts_on", RangeDateFilter),
    ]
    search_fields = ["title", "organiser", "place"]
    autocomplete_fields = ["country"]
    fields = [
        "title",
        "organiser",
        ("starts_on", "ends_on"),
        ("place", "country"),
        "address",
        "priority",
        "note",
    ]
    inlines = [AttendancesInline]
    export_columns = ["title", "organiser", "place", "country", "starts_on", "ends_on", "priority", "address", "going"]

    def get_queryset(self, request):
        rows = super().get_queryset(request).select_related("country")
        return rows.annotate(number_going=Count("attendances"))

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "address":
            kwargs["assume_scheme"] = "https"
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @display(description=_("Where"), ordering="place")
    def where(self, meeting):
        return ", ".join(str(each) for each in (meeting.place, meeting.country) if each)

    @display(description=_("Priority"), ordering="priority", label=COLOURS)
    def shown_priority(self, meeting):
        return State(meeting.priority, meeting.get_priority_display())

    @display(description=_("go there"), ordering="number_going")
    def going(self, meeting):
        return meeting.number_going
