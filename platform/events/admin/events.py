"""Open events, for the secretariat: what comes, how many registered, which have no outcome report."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter, RelatedDropdownFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, ReadOnlyInline, ReasonForm, State, state_filter, verb
from events.models import Event, Registration


class RegistrationsInline(ReadOnlyInline):
    model = Registration
    fields = ["person", "state", "since", "was_present"]
    show_change_link = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("person", "event").order_by("state", "since", "pk")


@admin.register(Event)
class EventAdmin(PlatformAdmin):
    """They are announced, changed and reported on their own pages; here they are found, counted and cancelled."""

    can_add = can_change = False
    list_display = ["title", "kind", "where", "shown_state", "starts_at", "taken", "waiting", "organiser"]
    list_filter = [
        ("kind", ChoicesDropdownFilter),
        ("region", RelatedDropdownFilter),
        state_filter(
            _("what waits"),
            "waiting",
            coming=(pgettext_lazy("events", "To come"), lambda rows: rows.to_come()),
            report=(_("Over, without outcome report"), lambda rows: rows.to_report()),
            reported=(_("With outcome report"), lambda rows: rows.exclude(reported_at=None)),
            cancelled=(pgettext_lazy("events", "Cancelled"), lambda rows: rows.filter(status=Event.Status.CANCELLED)),
        ),
        ("starts_at", RangeDateTimeFilter),
    ]
    search_fields = ["title", "place", "organiser__name", "space__slug"]
    search_help_text = _("Title, place or organiser")
    fields = [
        "title",
        "kind",
        "where",
        "region",
        "shown_state",
        "starts_at",
        "ends_at",
        "time_zone",
        "place",
        "language",
        "description",
        "seats",
        "registers_until",
        "organiser",
        "reason",
        "recording",
        "outcome",
        "reported_at",
        "created_at",
        "changed_at",
    ]
    readonly_fields = fields
    inlines = [RegistrationsInline]
    verbs = ["cancel"]
    export_columns = [
        "title",
        "kind",
        "where",
        "region",
        "status",
        "starts_at",
        "ends_at",
        "place",
        "seats",
        "taken",
        "waiting",
        "organiser",
        "reported_at",
    ]
    personal_columns = ["organiser"]

    def get_queryset(self, request):
        return super().get_queryset(request).with_space().with_numbers().select_related("organiser")

    @display(description=_("Space"), ordering="space__slug")
    def where(self, event):
        return event.space.title

    @display(description=pgettext_lazy("number of people", "registered"), ordering="number_registered")
    def taken(self, event):
        return event.number_registered

    @display(description=_("waiting"), ordering="number_waiting")
    def waiting(self, event):
        return event.number_waiting

    @display(
        description=_("State"),
        label={"planned": "success", "over": "info", "unreported": "warning", "cancelled": "danger"},
    )
    def shown_state(self, event):
        if event.is_cancelled:
            return State("cancelled", event.get_status_display())
        if not event.has_ended:
            return State("planned", event.get_status_display())
        return (
            State("over", pgettext("an event", "reported"))
            if event.reported_at
            else State("unreported", _("over, without report"))
        )

    @verb(
        _("Cancel the event"),
        permission="events.organise_event",
        form=ReasonForm,
        when=lambda event: event.can_be_cancelled,
        explanation=_("Those who registered are told, with the reason; calendars take it out."),
        done=_("Cancelled. Those who registered are told, with your reason."),
        is_grave=True,
    )
    def cancel(self, event, *, by, reason):
        event.cancel(reason, by=by)
