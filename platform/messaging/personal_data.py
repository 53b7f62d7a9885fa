"""What this app holds of a person, handed to her or forgotten."""

from datetime import timedelta

from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from messaging.models import Block, Conversation, Message, Report

KEPT_FOR = timedelta(days=730)


@exports_personal_data
def messages_to_organisations(person):
    """What she began and wrote, what she was answered, what she reported, and who blocked her."""
    own = Conversation.objects.sent_by(person).select_related("partner").prefetch_related("messages")
    reports = Report.objects.filter(reporter=person)
    about = Report.objects.filter(about=person).exclude(outcome="")
    return {
        "conversations": [
            {
                "organisation": row.partner.name,
                "subject": row.subject,
                "language": row.language,
                "status": row.status,
                "begun": row.created_at,
                "last_message": row.last_message_at,
                "messages": [
                    {"from_me": each.author_id == person.pk, "text": each.text, "sent": each.created_at}
                    for each in row.messages.all()
                ],
            }
            for row in own
        ],
        "messages_for_organisations": list(
            Message.objects.filter(author=person)
            .exclude(conversation__starter=person)
            .values("conversation__partner__name", "side", "text", "created_at")
        ),
        "reports_made": list(reports.values("conversation", "reason", "created_at", "outcome", "settled_at")),
        "reports_about_me": list(about.values("outcome", "words", "settled_at", "barred_until")),
        "blocked_by": list(Block.objects.filter(person=person).values("partner__name", "created_at")),
    }


@erases_personal_data
def forget_words(person):
    """Her words go and her conversations close; what others wrote in them stays with them."""
    Message.objects.filter(author=person).update(text="")
    Conversation.objects.sent_by(person).update(subject="", status=Conversation.Status.CLOSED)
    Report.objects.filter(reporter=person).update(reason="")
    Report.objects.filter(about=person).update(words="")
    Block.objects.filter(person=person).delete()


@goes_with_time
def forget_old_conversations():
    """Two years after its last message a conversation goes, unless the secretariat still has to read it."""
    old = Conversation.objects.filter(last_message_at__lt=timezone.now() - KEPT_FOR)
    old.exclude(reports__in=Report.objects.open()).delete()
