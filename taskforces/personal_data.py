"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from taskforces.models import Application, Message


@exports_personal_data
def applications_and_seats(person):
    """Her applications with the answers she gave, her messages, her seats."""
    applications = person.applications.select_related("task_force__objective")
    return {
        "applications": [
            {
                "task_force": row.task_force.code,
                "role": row.role,
                "status": row.status,
                "answers": row.answers,
                "sent": row.submitted_at,
                "decided": row.decided_at,
                "reason": row.reason,
            }
            for row in applications
        ],
        "messages": list(Message.objects.filter(author=person).values("text", "created_at")),
        "seats": list(person.seats.values("task_force__objective__code", "role", "started_at", "ended_at")),
    }


@erases_personal_data
def forget_applications(person):
    """Her seats end; her drafts go; of what she sent, only that it was sent remains."""
    for seat in person.seats.open():
        seat.end(by=None)
    person.applications.filter(status=Application.Status.DRAFT).delete()
    for application in person.applications.open():
        application.withdraw(by=None)
    Message.objects.filter(author=person).update(text="")
    Message.objects.filter(application__person=person).update(text="")
    person.applications.update(answers={}, reason="", country=None)
