"""Accepting several requests at once: who can be accepted and who cannot, then one verb after the other."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from taskforces.models import Application, Role
from taskforces.models.application import to_be_decided_by

# More are not ticked on a page.
MOST_AT_ONCE = 50


@dataclass
class Candidate:
    """A ticked request and, if it cannot be accepted, the reason."""

    application: Application
    reason: str = ""


def candidates(applications, task_force, user):
    """A Candidate for each of `applications`, which this person may read; three queries, however many there are."""
    applications = list(applications)
    keys = [application.pk for application in applications]
    decidable = Application.objects.filter(pk__in=keys)
    if not user.has_perm("taskforces.decide_application"):
        decidable = decidable.filter(to_be_decided_by(user), role=Role.MEMBER)
    decidable = set(decidable.exclude(person=user).values_list("pk", flat=True))
    people = [application.person_id for application in applications]
    seated = set(task_force.seats.open().filter(person__in=people).values_list("person_id", flat=True))
    return [Candidate(each, reason_against(each, each.pk in decidable, seated)) for each in applications]


def reason_against(application, is_decidable, seated):
    """Why this request cannot be accepted, in words; empty when it can."""
    if not application.can_be_decided:
        status = application.get_status_display()
        if application.decided_by:
            return _("%(name)s has already decided: %(status)s.") % {"name": application.decided_by, "status": status}
        return _("This application does not wait for a decision.")
    if not application.can_be_accepted:
        return _("Leaders and regional representatives are nominated by the secretariat.")
    if not is_decidable:
        return _("The decision is not yours.")
    if application.person_id in seated:
        return _("This person already has a seat in this task force.")
    if not application.person.is_active:
        return _("The account of this person is closed.")
    return ""


def accept_several(applications, *, by):
    """Accept each in a transaction of its own. Returns (accepted, refused): applications, and Candidates."""
    accepted, refused = [], []
    for application in applications:
        try:
            if not by.has_perm("taskforces.decide_application", application):
                raise ValidationError(_("The decision is not yours."))
            application.accept(by=by)
        except ValidationError as error:
            refused.append(Candidate(application, " ".join(error.messages)))
        else:
            accepted.append(application)
    return accepted, refused
