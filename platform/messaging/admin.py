"""Reported conversations: the secretariat reads them, and settles."""

from django import forms
from django.contrib import admin
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import display
from unfold.widgets import UnfoldAdminIntegerFieldWidget, UnfoldAdminRadioSelectWidget, UnfoldAdminTextareaWidget

from core.admin_base import PlatformAdmin, State, state_filter, verb
from messaging.models import Report
from messaging.models.report import LONGEST_BAR_DAYS

STATE_COLOURS = {"": "warning", "nothing": "success", "closed": "info", "barred": "danger"}


class SettleForm(forms.Form):
    """What comes of a report."""

    outcome = forms.ChoiceField(label=_("Outcome"), choices=Report.Outcome.choices, widget=UnfoldAdminRadioSelectWidget)
    days = forms.IntegerField(
        label=_("Days without writing"),
        required=False,
        min_value=1,
        max_value=LONGEST_BAR_DAYS,
        widget=UnfoldAdminIntegerFieldWidget,
        help_text=_("Only when the author is barred."),
    )
    words = forms.CharField(
        label=_("Words to the author"),
        required=False,
        max_length=1000,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 4}),
        help_text=_("Sent when something came of it."),
    )


@admin.register(Report)
class ReportAdmin(PlatformAdmin):
    can_add = False
    can_change = False
    list_display = ["conversation", "organisation", "about", "reporter", "state", "created_at"]
    list_filter = [
        state_filter(_("what waits"), "waiting", open=(_("To settle"), lambda rows: rows.open())),
        ("outcome", ChoicesDropdownFilter),
    ]
    list_select_related = ["conversation__partner", "about", "reporter"]
    search_fields = ["conversation__partner__name", "about__name", "reporter__name"]
    search_help_text = _("Organisation or person")
    fields = [
        "organisation",
        "reporter",
        "about",
        "reason",
        "created_at",
        "conversation_words",
        "state",
        "settled_at",
        "settled_by",
        "words",
        "barred_until",
    ]
    readonly_fields = fields
    verbs = ["settle"]

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("conversation__partner", "about", "reporter", "settled_by")

    @display(description=_("Organisation"), ordering="conversation__partner__name")
    def organisation(self, report):
        return report.conversation.partner.name

    @display(description=_("State"), ordering="outcome", label=STATE_COLOURS)
    def state(self, report):
        return State(report.outcome, report.get_outcome_display() or _("to settle"))

    @display(description=_("What was said"))
    def conversation_words(self, report):
        """Every message, as the two sides read them."""
        written = report.conversation.messages.select_related("author")
        rows = (
            (each.author, date_format(timezone.localtime(each.created_at), "DATETIME_FORMAT"), each.text)
            for each in written
        )
        return format_html_join("", '<p><b>{}</b> · {}</p><p class="answer">{}</p>', rows)

    @verb(
        _("Settle"),
        permission="messaging.settle_report",
        form=SettleForm,
        when=lambda report: report.is_open,
        explanation=_("Whoever reported is told what came of it; the author is told when something did."),
        done=_("Settled. Those concerned have been told."),
    )
    def settle(self, report, *, by, outcome, days, words):
        report.settle(outcome, by=by, days=days, words=words)
