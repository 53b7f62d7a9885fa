"""Mails: what waits, what failed, what may or may not have arrived. Their words stand in the notices."""

from django.contrib import admin
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin, State, state_filter, verb
from notifications.models import Mail


@admin.register(Mail)
class MailAdmin(PlatformAdmin):
    can_add = can_change = False
    list_display = ["created_at", "recipient", "state", "attempts", "due_at", "sent_at", "error"]
    list_filter = [
        state_filter(_("what waits"), "waiting", unsettled=(_("Failed or unsure"), lambda rows: rows.unsettled())),
        ("status", ChoicesDropdownFilter),
        ("created_at", RangeDateTimeFilter),
    ]
    search_fields = [
        "notice__recipient__name",
        "notice__recipient__email",
        "digest__person__name",
        "digest__person__email",
        "name",
        "email",
    ]
    search_help_text = _("Name or address of the recipient")
    fields = ["recipient", "about", "state", "attempts", "created_at", "due_at", "sent_at", "error", "header"]
    readonly_fields = fields
    verbs = bulk_verbs = ["arrived", "send_again"]
    export_columns = ["created_at", "recipient", "state", "attempts", "due_at", "sent_at", "error"]
    personal_columns = ["recipient"]

    def get_queryset(self, request):
        related = (
            "notice__recipient",
            "notice__activity__content_type",
            "activity__content_type",
            "digest__person",
        )
        return super().get_queryset(request).select_related(*related)

    @display(
        description=_("Recipient"), ordering=Coalesce("notice__recipient__email", "digest__person__email", "email")
    )
    def recipient(self, mail):
        if not mail.reader.email:
            return _("An address that has been forgotten")
        return f"{mail.reader} <{mail.reader.email}>"

    @display(description=_("About"))
    def about(self, mail):
        return str(mail.happening)

    @display(
        description=_("Status"),
        ordering="status",
        label={
            "waiting": "info",
            "sending": "info",
            "sent": "success",
            "failed": "danger",
            "unsure": "warning",
            "dropped": "default",
        },
    )
    def state(self, mail):
        return State(mail.status, mail.get_status_display())

    @display(description=_("Message-ID, by which the relay’s log knows it"))
    def header(self, mail):
        return mail.message_id

    @verb(
        _("It arrived"),
        permission="notifications.settle_mail",
        when=lambda mail: mail.status in (Mail.Status.UNSURE, Mail.Status.FAILED),
        explanation=_("You have found it in the relay’s log. It is not sent again."),
        done=_("Marked as sent."),
    )
    def arrived(self, mail, *, by):
        mail.settle(arrived=True, by=by)

    @verb(
        _("Send again"),
        permission="notifications.settle_mail",
        when=lambda mail: mail.status in (Mail.Status.UNSURE, Mail.Status.FAILED),
        explanation=_("It has not arrived. It leaves within a minute; if it did arrive, the person gets it twice."),
        done=_("The mail leaves within a minute."),
        is_grave=True,
    )
    def send_again(self, mail, *, by):
        mail.settle(arrived=False, by=by)
