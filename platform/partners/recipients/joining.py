"""Who hears of an application to join the Initiative."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("partners.joiningapplication.submitted")
def application_submitted(activity):
    """The applicant has it in writing; the secretariat has something to read."""
    yield "actor", [activity.object.applicant]
    yield "secretariat", User.objects.secretariat()


@recipients_of("partners.joiningapplication.resubmitted")
def application_resubmitted(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("partners.joiningapplication.withdrawn", Kind.NEWS)
def application_withdrawn(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("partners.joiningapplication.pieces_asked")
def pieces_asked(activity):
    yield "applicant", [activity.object.applicant]


@recipients_of("partners.joiningapplication.proposed")
def application_proposed(activity):
    yield "applicant", [activity.object.applicant]


@recipients_of("partners.joiningapplication.accepted")
def application_accepted(activity):
    yield "applicant", [activity.object.applicant]


@recipients_of("partners.joiningapplication.refused")
def application_refused(activity):
    yield "applicant", [activity.object.applicant]
