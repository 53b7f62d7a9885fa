"""Meetings, for the secretariat: which are planned, which look for a date, which have no minutes."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminRadioSelectWidget

from core.admin_base import PlatformAdmin, ReadOnlyInline, ReasonForm, State, state_filter, verb
from events.models import Decision, Meeting, MeetingDate

COLOURS = {"proposed": "warning", "fixed": "success", "held": "info", "cancelled": "danger"}


class DatesInline(ReadOnlyInline):
    model = MeetingDate
    fields = ["starts_at"]
    show_change_link = False


class DecisionsInline(ReadOnlyInline):
    model = Decision
    fields = ["text", "owner", "due_on", "done_at"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("owner", "meeting")


class DateForm(forms.Form):
    """Which of the proposed dates."""

    date = forms.ModelChoiceField(
        label=_("Date"), queryset=MeetingDate.objects.none(), empty_label=None, widget=UnfoldAdminRadioSelectWidget
    )


@admin.register(Meeting)
class MeetingAdmin(PlatformAdmin):
    """They are planned and changed on their own pages; here they are found, fixed and cancelled."""

    can_add = can_change = False
    list_display = ["title", "kind", "where", "state", "starts_at", "organiser"]
    list_filter = [
        ("kind", ChoicesDropdownFilter),
        ("status", ChoicesDropdownFilter),
        state_filter(
            _("what waits"),
            "waiting",
            dates=(_("Looking for a date"), lambda rows: rows.proposed()),
            upcoming=(_("To come"), lambda rows: rows.upcoming()),
            minutes=(_("Begun, without minutes"), lambda rows: rows.begun().filter(minutes__editions=None)),
        ),
        ("starts_at", RangeDateTimeFilter),
    ]
    search_fields = ["title", "place", "organiser__name", "space__slug"]
    search_help_text = _("Title, place or organiser")
    fields = [
        "title",
        "kind",
        "region",
        "where",
        "state",
        "starts_at",
        "duration_minutes",
        "time_zone",
        "place",
        "language",
        "agenda",
        "organiser",
        "reason",
        "created_at",
        "changed_at",
    ]
    readonly_fields = fields
    inlines = [DatesInline, DecisionsInline]
    verbs = ["fix", "cancel"]
    export_columns = ["title", "kind", "where", "status", "starts_at", "duration_minutes", "place", "organiser"]
    personal_columns = ["organiser"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_space().select_related("organiser")

    @display(description=_("Space"), ordering="space__slug")
    def where(self, meeting):
        return meeting.space.title

    @display(description=_("State"), ordering="status", label=COLOURS)
    def state(self, meeting):
        return State(meeting.status, meeting.get_status_display())

    def verb_form(self, verb, request, obj=None):
        form = super().verb_form(verb, request, obj)
        if verb.name == "fix" and obj is not None:
            form.fields["date"].queryset = obj.dates.all()
        return form

    @verb(
        _("Fix a date"),
        permission="events.organise_meeting",
        form=DateForm,
        when=lambda meeting: meeting.can_be_fixed,
        explanation=_("Those who are invited are told. Hours are those of UTC here."),
        done=_("The date is fixed. Those who are invited are told."),
    )
    def fix(self, meeting, *, by, date):
        meeting.fix(date, by=by)

    @verb(
        _("Cancel the meeting"),
        permission="events.organise_meeting",
        form=ReasonForm,
        when=lambda meeting: meeting.can_be_cancelled,
        explanation=_("Those who are invited are told, with the reason; calendars take it out."),
        done=_("Cancelled. Those who are invited are told, with your reason."),
        is_grave=True,
    )
    def cancel(self, meeting, *, by, reason):
        meeting.cancel(reason, by=by)
