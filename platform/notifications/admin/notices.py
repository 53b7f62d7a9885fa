"""What people were told, and why a mail did or did not leave. The words are theirs; nobody reads them here."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, RangeDateTimeFilter
from unfold.decorators import display

from core.admin_base import PlatformAdmin
from notifications.models import Mail, Notice
from notifications.models.rhythm import Rhythm


@admin.register(Notice)
class NoticeAdmin(PlatformAdmin):
    can_add = can_change = False
    view_on_site = False
    list_display = ["created_at", "recipient", "about", "kind", "rhythm", "why"]
    list_display_links = ["created_at", "recipient"]
    list_filter = [
        ("kind", ChoicesDropdownFilter),
        ("rhythm", ChoicesDropdownFilter),
        ("created_at", RangeDateTimeFilter),
    ]
    search_fields = ["recipient__name", "recipient__email"]
    search_help_text = _("Name or address of the recipient")
    fields = ["recipient", "about", "kind", "rhythm", "space", "created_at", "read_at", "gathered_at", "why"]
    readonly_fields = fields
    export_columns = ["created_at", "recipient", "about", "kind", "rhythm", "why"]
    personal_columns = ["recipient"]

    def get_queryset(self, request):
        related = ("recipient", "activity__content_type", "mail", "digest", "space")
        return super().get_queryset(request).select_related(*related).prefetch_related("digest__mails")

    def visible(self, rows, user):
        """On the pages each sees her own; here no words are read, only that something was told."""
        return rows

    @display(description=_("About"))
    def about(self, notice):
        return str(notice.activity)

    @display(description=_("What became of the mail"))
    def why(self, notice):
        """In one sentence: the state of its mail, or why there is none."""
        if hasattr(notice, "mail"):
            return notice.mail.get_status_display()
        if notice.rhythm == Rhythm.NEVER:
            return _("The person wants no mails of this kind, or none from this room.")
        if notice.gathered_at is None:
            return self._not_gathered(notice)
        [mail] = notice.digest.mails.all() if notice.digest else [None]
        if mail is None:
            return _("Gathered in a mail that has been forgotten since.")
        return _("%(digest)s: %(state)s") % {"digest": notice.digest, "state": Mail.Status(mail.status).label}

    def _not_gathered(self, notice):
        if notice.is_read:
            return _("Read before the gathered mail left.")
        return _("Waits for the next gathered mail.")
