"""Who hears of questions from outside."""

from accounts.models import User
from core.announcing import Addressee, addressees_of, recipients_of
from taskforces.models import Enquiry


def those_who_answer(enquiry):
    """The leader and the deputy; the secretariat where there is neither."""
    return enquiry.task_force.answering_now or User.objects.secretariat()


def visitor(enquiry):
    """The address of somebody without an account; nobody once it is forgotten, or when an account asked."""
    return Addressee(enquiry.email if enquiry.is_by_visitor else "", enquiry.language, enquiry.name)


@recipients_of("taskforces.enquiry.asked")
def enquiry_asked(activity):
    """Those who answer, when somebody asked who is signed in; a visitor's question waits for its confirmation."""
    if activity.data.get("confirmed"):
        yield "leader", those_who_answer(activity.object)


@addressees_of("taskforces.enquiry.asked")
def enquiry_to_confirm(activity):
    if not activity.data.get("confirmed"):
        yield "visitor", visitor(activity.object)


@recipients_of("taskforces.enquiry.confirmed")
def enquiry_confirmed(activity):
    yield "leader", those_who_answer(activity.object)


@recipients_of("taskforces.enquiry.reminded")
def enquiry_reminded(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("taskforces.enquiry.answered")
def enquiry_answered(activity):
    if activity.object.person:
        yield "asker", [activity.object.person]


@addressees_of("taskforces.enquiry.answered")
def enquiry_answered_visitor(activity):
    yield "visitor", visitor(activity.object)


@recipients_of("taskforces.enquiry.set_aside")
def enquiry_set_aside(activity):
    """Not whoever advertised."""
    if activity.object.person and activity.data.get("why") != Enquiry.Why.SPAM:
        yield "asker", [activity.object.person]


@addressees_of("taskforces.enquiry.set_aside")
def enquiry_set_aside_visitor(activity):
    if activity.data.get("why") != Enquiry.Why.SPAM:
        yield "visitor", visitor(activity.object)
