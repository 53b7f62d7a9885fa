"""Gathered mails: to whom, of which day or week, and what became of them. Written by the house, read only."""

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, State, state_filter
from notifications.models import Digest, Mail


def in_state(*states):
    """A condition of digests by the state of their mail."""
    return lambda rows: rows.filter(mails__status__in=states)


@admin.register(Digest)
class DigestAdmin(PlatformAdmin):
    can_add = can_change = False
    view_on_site = False
    list_display = ["begins_on", "rhythm", "person", "state", "written_at"]
    list_display_links = ["begins_on", "person"]
    list_filter = [
        state_filter(
            _("state"),
            "state",
            nothing=(_("nothing to tell"), lambda rows: rows.filter(mails=None)),
            waiting=(Mail.Status.WAITING.label, in_state(Mail.Status.WAITING, Mail.Status.SENDING)),
            sent=(Mail.Status.SENT.label, in_state(Mail.Status.SENT)),
            unsettled=(_("Failed or unsure"), in_state(Mail.Status.FAILED, Mail.Status.UNSURE)),
            dropped=(Mail.Status.DROPPED.label, in_state(Mail.Status.DROPPED)),
        ),
        ("rhythm", ChoicesDropdownFilter),
        ("begins_on", RangeDateFilter),
    ]
    search_fields = ["person__name", "person__email"]
    search_help_text = _("Name or address of the person")
    readonly_fields = fields = ["person", "rhythm", "begins_on", "state", "told", "written_at"]
    export_columns = ["begins_on", "rhythm", "person", "state", "written_at"]
    personal_columns = ["person"]

    def get_queryset(self, request):
        status = Mail.objects.filter(digest=OuterRef("pk")).values("status")[:1]
        return super().get_queryset(request).select_related("person").annotate(mail_status=Subquery(status))

    @display(description=_("Notices it gathered"))
    def told(self, digest):
        return digest.notices.count()

    @display(
        description=_("Status"),
        ordering="mail_status",
        label={
            "nothing": "default",
            "waiting": "info",
            "sending": "info",
            "sent": "success",
            "failed": "danger",
            "unsure": "warning",
            "dropped": "default",
        },
    )
    def state(self, digest):
        if digest.mail_status is None:
            return State("nothing", _("nothing to tell"))
        return State(digest.mail_status, Mail.Status(digest.mail_status).label)
