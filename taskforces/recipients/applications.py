"""Who hears of what happens in task forces, and in which words (templates/notices/taskforces/)."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from taskforces.models import Role


def deciders(application):
    """The leader, the deputy, who represents her region; the secretariat for candidates or where nobody answers."""
    if application.role != Role.MEMBER:
        return User.objects.secretariat()
    seats, people = application.task_force.seats.in_force(), application.task_force.answering_now
    if application.country_id:
        region = application.country.large_region
        people += [seat.person for seat in seats.representatives().filter(region=region).select_related("person")]
    return people or User.objects.secretariat()


@recipients_of("taskforces.application.submitted")
def application_submitted(activity):
    yield "actor", [activity.object.person]
    yield "decider", deciders(activity.object)
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.application.answered")
def application_answered(activity):
    yield "decider", deciders(activity.object)


@recipients_of("taskforces.application.withdrawn", Kind.NEWS)
def application_withdrawn(activity):
    yield "decider", deciders(activity.object)


@recipients_of("taskforces.application.asked")
def application_asked(activity):
    yield "applicant", [activity.object.person]


@recipients_of("taskforces.application.accepted")
def application_accepted(activity):
    yield "applicant", [activity.object.person]


@recipients_of("taskforces.application.nominated")
def application_nominated(activity):
    yield "applicant", [activity.object.person]


@recipients_of("taskforces.application.declined")
def application_declined(activity):
    yield "applicant", [activity.object.person]


@recipients_of("taskforces.application.reminded")
def application_reminded(activity):
    """After 7 days those who decide, after 14 the secretariat."""
    if activity.data.get("to") == "secretariat":
        yield "secretariat", User.objects.secretariat()
    else:
        yield "decider", deciders(activity.object)


@recipients_of("taskforces.seat.given")
def seat_given(activity):
    """Not when an application was accepted, which has its own message."""
    if not activity.data["by_application"]:
        yield "person", [activity.object.person]


@recipients_of("taskforces.seat.named_deputy")
def seat_named_deputy(activity):
    yield "person", [activity.object.person]


@recipients_of("taskforces.seat.ended_deputy", leader=Kind.NEWS)
def seat_ended_deputy(activity):
    """The leader, too, when the deputy lays it down."""
    yield "person", [activity.object.person]
    yield "leader", activity.object.task_force.leaders_now


@recipients_of("taskforces.seat.ended")
def seat_ended(activity):
    """Not when the seat gave way to another one, which has its own message."""
    if not activity.data["moved"]:
        yield "person", [activity.object.person]
