"""Where a request to join stands, as its applicant reads it."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from taskforces.models import Application, Role

Status = Application.Status


def steps_of(application):
    """The steps of `application` for components/steps.html: sent, read, decided."""
    return [
        {"label": _("Sent"), "state": "done", "note": day(application.submitted_at)},
        {
            "label": reading(application),
            "state": "current" if application.is_open else "done",
            "note": pace(application),
        },
        {
            "label": Status(application.status).label.capitalize() if not application.is_open else _("Decision"),
            "state": "todo" if application.is_open else "done",
            "note": day(application.decided_at),
        },
    ]


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
