"""Where a request to join stands, as its applicant reads it."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from taskforces.models import Application, Role

Status = Application.Status


def steps_of(application):
    """The steps of `application` for components/steps.html: sent, read, decided; a candidate is consulted on."""
    return [
        {"label": _("Sent"), "state": "done", "note": day(application.submitted_at)},
        *candidacy_of(application),
        {
            "label": reading(application),
            "state": reading_state(application),
            "note": pace(application),
        },
        {
            "label": Status(application.status).label.capitalize() if not application.is_open else _("Decision"),
            "state": "todo" if application.is_open else "done",
            "note": day(application.decided_at),
        },
    ]


def candidacy_of(application):
    """The steps of a candidate: her statement, the consultation of the members."""
    call, consultation = application.call, application.consultation
    if call is None:
        return
    waits = application.can_be_nominated
    yield {
        "label": _("Qualification statement"),
        "state": "current" if waits and call.is_running else "done",
        "note": _("until %(day)s") % {"day": day(call.deadline)},
    }
    if consultation is not None:
        is_ahead = waits and not consultation.has_begun
        yield {
            "label": _("Consultation of the members"),
            "state": "current" if application.is_in_consultation else "todo" if is_ahead else "done",
            "note": _("%(first)s to %(last)s")
            % {"first": day(consultation.opens_at), "last": day(consultation.closes_at)},
        }


def reading_state(application):
    """Whether it is in the hands of those who decide: a candidate is, once she and the members have spoken."""
    if not application.is_open:
        return "done"
    consultation = application.consultation
    spoken = application.call is None or not application.call.is_running
    return "current" if spoken and (consultation is None or consultation.is_closed) else "todo"


def reading(application):
    """Who has it in hand."""
    return _("Read by the leader") if application.role == Role.MEMBER else _("Examined by the secretariat")


def pace(application):
    """What the applicant can expect meanwhile."""
    if application.status == Status.ASKED:
        return _("A question waits for your answer")
    if application.status == Status.SUBMITTED and application.role == Role.MEMBER:
        return _("Usually within 5 days")
    return ""


def day(moment):
    """The day of `moment` where the reader lives, or nothing."""
    return date_format(localtime(moment), "DATE_FORMAT") if moment else ""
