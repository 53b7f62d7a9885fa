"""Candidates with their calls and consultations, in the state a test needs."""

from datetime import timedelta

from django.utils import timezone

from taskforces.models import Call, Consultation, Role, Statement, TaskForce
from tests.factories import ApplicationFactory, partner_person

WORDS = {
    "motivation": "Soils keep my village alive.",
    "experience": "Twelve years of projects.",
    "contribution": "A network of farms.",
    "time": "Four hours a week.",
}


def days(number):
    """The moment so many days from now."""
    return timezone.now() + timedelta(days=number)


def call_for(task_force=None, role=Role.LEADER, *, region=None, deadline=None):
    """A call that runs for 30 days, or whose deadline is said."""
    task_force = task_force or TaskForce.objects.get(objective__code="A2")
    deadline = deadline or days(30)
    opened = min(timezone.now(), deadline) - timedelta(days=1)
    return Call.objects.create(task_force=task_force, role=role, region=region, deadline=deadline, opened_at=opened)


def candidate(call, person=None, **fields):
    """Somebody of a partner organisation who stands in `call`."""
    person = person or partner_person()
    values = {"task_force": call.task_force, "role": call.role, "region": call.region, "call": call}
    return ApplicationFactory(person=person, **values | fields)


def stated(application):
    """The same with a statement that was sent in time."""
    Statement.objects.create(application=application, sent_at=application.call.opened_at, **WORDS)
    return application


def consultation_on(call, *, opens=-1, closes=10):
    """The window on the candidates of `call`, in days from now; its statements were due before."""
    Call.objects.filter(pk=call.pk).update(opened_at=days(opens - 2), deadline=days(opens))
    call.refresh_from_db()
    return Consultation.objects.create(call=call, opens_at=days(opens), closes_at=days(closes))
