"""Who hears of calls, consultations, decisions on candidates, and mandates."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind


def candidates_of(call):
    """The people who stand in `call` and wait for the decision."""
    return User.objects.filter(pk__in=call.candidates.candidates().order_by().values("person"))


@recipients_of("taskforces.call.deadline_moved")
def deadline_moved(activity):
    yield "candidate", candidates_of(activity.object)


@recipients_of("taskforces.consultation.planned", Kind.MEETING)
def consultation_planned(activity):
    """The candidates, and those who have a seat in force."""
    call = activity.object.call
    yield "candidate", candidates_of(call)
    yield "member", User.objects.filter(pk__in=call.task_force.seats.in_force().values("person"))


@recipients_of("taskforces.consultation.moved", Kind.MEETING)
def consultation_moved(activity):
    call = activity.object.call
    yield "candidate", candidates_of(call)
    yield "member", User.objects.filter(pk__in=call.task_force.seats.in_force().values("person"))


@recipients_of("taskforces.application.statement_due")
def statement_due(activity):
    yield "candidate", [activity.object.person]


@recipients_of("taskforces.statement.sent")
def statement_sent(activity):
    yield "actor", [activity.object.application.person]


@recipients_of("taskforces.application.not_selected")
def not_selected(activity):
    yield "applicant", [activity.object.person]


@recipients_of("taskforces.seat.expiring")
def seat_expiring(activity):
    yield "person", [activity.object.person]
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.seat.lapsed")
def seat_lapsed(activity):
    yield "person", [activity.object.person]
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.seat.renewal_wished")
def renewal_wished(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.seat.renewed")
def seat_renewed(activity):
    yield "person", [activity.object.person]
