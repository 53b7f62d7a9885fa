"""Messages that wait for an answer, see `core.duties`."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from core.duties import SECRETARIAT, Duty, waits
from messaging.models import Conversation, Report


@waits("messaging.reply")
def messages(user):
    """Messages to organisations she speaks for."""
    waiting = Conversation.objects.waiting().to_organisations_of(user)
    return waiting.select_related("partner", "starter").order_by("last_message_at", "pk")


@messages.told
def message(row):
    about = f"{row.starter} · {row.partner}"
    return Duty(_("Answer a message"), about, row.last_message_at, row.get_absolute_url(), role=row.partner)


@waits("messaging.stand_in")
def messages_to_nobody(user):
    """Messages to organisations nobody speaks for: the secretariat answers in their stead."""
    if not (user.is_staff and user.has_perm("messaging.stand_in_conversation")):
        return Conversation.objects.none()
    waiting = Conversation.objects.to_nobody().waiting().exclude(starter=user)
    return waiting.select_related("partner", "starter").order_by("last_message_at", "pk")


@messages_to_nobody.told
def message_to_nobody(row):
    about = f"{row.starter} · {row.partner}"
    title = _("Answer a message that nobody else can answer")
    return Duty(title, about, row.last_message_at, row.get_absolute_url(), role=SECRETARIAT)


@waits("messaging.report")
def reports(user):
    """Conversations the secretariat was asked to read; nobody settles what she is herself involved in."""
    if not (user.is_staff and user.has_perm("messaging.view_report")):
        return Report.objects.none()
    waiting = Report.objects.open().exclude(reporter=user).exclude(about=user)
    return waiting.select_related("reporter", "conversation__partner").order_by("created_at", "pk")


@reports.told
def report(row):
    about = f"{row.reporter} · {row.conversation.partner}"
    url = reverse("admin:messaging_report_change", args=[row.pk])
    return Duty(_("Settle a report"), about, row.created_at, url, role=SECRETARIAT)
