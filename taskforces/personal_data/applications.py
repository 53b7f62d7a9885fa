"""What this app holds of a person, handed to her or forgotten."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from taskforces.models import AnswerFile, Application, Message

REFUSED_KEPT_FOR = timedelta(days=365)


@exports_personal_data
def applications_and_seats(person):
    """Her applications with the answers she gave, her messages, her seats."""
    applications = person.applications.select_related("task_force__objective", "region", "call")
    messages = Message.objects.filter(application__person=person).select_related("application__task_force__objective")
    return {
        "applications": [
            {
                "task_force": row.task_force.code,
                "role": row.role,
                "region": row.region.slug if row.region else None,
                "country": row.country_id,
                "language": row.language,
                "status": row.status,
                "answers": row.answers,
                "sent": row.submitted_at,
                "call_until": row.call.deadline if row.call else None,
                "decided": row.decided_at,
                "reason": row.reason,
            }
            for row in applications
        ],
        "messages": [
            {
                "task_force": row.application.task_force.code,
                "from_me": row.author_id == person.pk,
                "text": row.text,
                "sent": row.created_at,
            }
            for row in messages
        ],
        "messages_to_others": list(
            Message.objects.filter(author=person).exclude(application__person=person).values("text", "created_at")
        ),
        "seats": list(
            person.seats.values(
                "task_force__objective__code",
                "role",
                "region__slug",
                "started_at",
                "ended_at",
                "expires_at",
                "renewal_wished_at",
                "deputy_since",
            )
        ),
    }


@erases_personal_data
def forget_applications(person):
    """Her seats end; her drafts go; of what she sent, only that it was sent remains."""
    for seat in person.seats.open():
        seat.end(by=None)
    drafts = person.applications.filter(status=Application.Status.DRAFT)
    AnswerFile.objects.filter(application__in=drafts).discard()
    drafts.delete()
    for application in person.applications.open():
        application.withdraw(by=None)
    Message.objects.filter(author=person).update(text="")
    forget_words(person.applications.all())


@goes_with_time
def forget_refused_requests():
    """What was said in requests declined or withdrawn a year ago goes; that they were made remains."""
    refused = Application.objects.filter(
        status__in=[Application.Status.DECLINED, Application.Status.WITHDRAWN],
        updated_at__lt=timezone.now() - REFUSED_KEPT_FOR,
    )
    forget_words(refused.filter(~Q(answers={}) | ~Q(reason="") | Q(country__isnull=False)))


def forget_words(applications):
    """Empty `applications`: answers and their files, country, reason, and the messages in them."""
    keys = list(applications.values_list("pk", flat=True))
    Message.objects.filter(application__in=keys).update(text="")
    AnswerFile.objects.filter(application__in=keys).discard()
    Application.objects.filter(pk__in=keys).update(answers={}, reason="", country=None)
