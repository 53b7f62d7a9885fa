"""What is kept of those who ask a task force from outside, handed to them or forgotten."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from accounts.models.erasure import erases_personal_data, exports_personal_data
from accounts.retention import goes_with_time
from taskforces.models import Enquiry
from taskforces.models.asking import CONFIRMABLE_FOR

# A visitor whom nobody answers, and one who has the answer: so long we keep the address.
UNANSWERED_KEPT_FOR = timedelta(days=365)
ANSWERED_KEPT_FOR = timedelta(days=30)


@exports_personal_data
def questions_from_outside(person):
    """What she asked, what she was answered, and what she answered herself."""
    asked = person.enquiries.select_related("task_force__objective")
    answered = Enquiry.objects.filter(closed_by=person).select_related("task_force__objective")
    return {
        "questions_to_task_forces": [
            {
                "task_force": row.task_force.code,
                "organisation": row.organisation,
                "question": row.question,
                "language": row.language,
                "may_be_published": row.may_be_published,
                "shows_name": row.shows_name,
                "status": row.status,
                "asked": row.created_at,
                "confirmed": row.confirmed_at,
                "answer": row.answer,
                "closed": row.closed_at,
                "why": row.why,
                "reason": row.reason,
                "published": row.published_at,
            }
            for row in asked
        ],
        "questions_answered_for_task_forces": [
            {"task_force": row.task_force.code, "answer": row.answer, "closed": row.closed_at} for row in answered
        ],
    }


@erases_personal_data
def forget_enquiries(person):
    """What she asked goes; of what stands published, only the words remain."""
    asked = person.enquiries.filter(published_at=None)
    keys = list(asked.values_list("pk", flat=True))
    asked.delete()
    # Last, as the deletion itself stands in the history.
    Enquiry.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    person.enquiries.update(person=None, name="", organisation="", shows_name=False)


@goes_with_time
def forget_unconfirmed_enquiries():
    """Whose address it is nobody knows: after a week the question goes."""
    Enquiry.objects.filter(status=Enquiry.Status.UNCONFIRMED, created_at__lt=timezone.now() - CONFIRMABLE_FOR).delete()


@goes_with_time
def forget_addresses_of_visitors():
    """The address goes a month after the answer, or after a year without one; the name, unless it is published."""
    now = timezone.now()
    kept = Enquiry.objects.filter(person=None, forgotten_at=None)
    old = kept.filter(Q(closed_at__lt=now - ANSWERED_KEPT_FOR) | Q(confirmed_at__lt=now - UNANSWERED_KEPT_FOR))
    named = Q(published_at__isnull=False, shows_name=True)
    keys = list(old.values_list("pk", flat=True))
    rows = Enquiry.objects.filter(pk__in=keys)
    rows.exclude(named).update(name="", organisation="", shows_name=False)
    rows.update(email="", forgotten_at=now)
