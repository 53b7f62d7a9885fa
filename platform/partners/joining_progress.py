"""Where an application to join stands, as its applicant reads it."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from partners.models import JoiningApplication

Status = JoiningApplication.Status


def steps_of(application):
    """The steps of a sent application for components/steps.html: sent, read, laid before a body, decided."""
    state = application.status
    read = state in (Status.SUBMITTED, Status.PIECES_MISSING)
    laid = state == Status.UNDER_REVIEW
    over = not application.can_be_withdrawn
    steps = [
        {"label": _("Sent"), "state": "done", "note": day(application.submitted_at)},
        {
            "label": _("Read by the secretariat"),
            "state": "current" if read else "done",
            "note": _("Something is missing") if state == Status.PIECES_MISSING else "",
        },
        {
            "label": _("Laid before the Consortium or the Bureau"),
            "state": "current" if laid else "done" if application.is_accepted else "todo",
        },
        {
            "label": application.get_status_display().capitalize() if over else _("Decision"),
            "state": "todo" if not over else "done" if application.is_accepted else "ended",
            "note": day(application.decided_at),
        },
    ]
    # What never came before anybody does not look as if it still would.
    return [step for step in steps if not (over and step["state"] == "todo")]


def ahead_of(application):
    """What happens next, and usually when."""
    return {
        Status.SUBMITTED: _("The secretariat reads it and looks at the files, usually within two weeks."),
        Status.PIECES_MISSING: _("Send what is missing; then the secretariat goes on reading, usually within a week."),
        Status.UNDER_REVIEW: _(
            "The Bureau or the Consortium of Members decides in one of its next meetings, usually within three months."
        ),
        Status.ACCEPTED_PARTNER: _("Your organisation is a partner of the Initiative. You speak for it here."),
        Status.ACCEPTED_MEMBER: _("Your organisation is a member of the Initiative. You speak for it here."),
        Status.REFUSED: _("It was refused for the reason below. You may apply again when that has changed."),
        Status.WITHDRAWN: _("You took it back. It is forgotten a year afterwards."),
    }.get(application.status, "")


def day(moment):
    """The day of `moment` where the reader lives, or nothing."""
    return date_format(localtime(moment), "DATE_FORMAT") if moment else ""
