"""What waits for candidates, for members who are consulted, and for those whose mandate ends."""

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from taskforces.models import Application, CandidateComment, CandidateSupport, Consultation, Seat, TaskForce

# Each task force with its name in the reader's language.
NAMED = Prefetch("task_force", TaskForce.objects.with_objective())


@waits("taskforces.statement")
def statements(user):
    """Her candidacies whose statement has not been sent, while it can be."""
    own = Application.objects.candidates().filter(person=user, call__deadline__gt=timezone.now())
    return own.filter(statement__sent_at=None).select_related("call").prefetch_related(NAMED)


@statements.told
def statement(application):
    url = reverse("taskforces:statement", args=[application.task_force.code.lower(), application.pk])
    title, about = _("Write your qualification statement"), str(application.task_force)
    return Duty(title, about, application.submitted_at, url, due=application.call.deadline)


@waits("taskforces.consultation")
def consultations(user):
    """Open consultations in her task forces with somebody else to speak about, on which she has said nothing yet."""
    of_call = {"application__call": OuterRef("call")}
    others = Application.objects.candidates().filter(call=OuterRef("call")).exclude(person=user)
    heard = Exists(CandidateSupport.objects.filter(person=user, **of_call))
    heard |= Exists(CandidateComment.objects.filter(author=user, **of_call))
    homes = Seat.objects.in_force().homes_of(user)
    rows = Consultation.objects.open().filter(~Q(heard), Exists(others), call__task_force__in=homes)
    named = Prefetch("call__task_force", TaskForce.objects.with_objective())
    return rows.select_related("call").prefetch_related(named)


@consultations.told
def consultation(row):
    title, url = _("Say whom you support"), row.get_absolute_url()
    return Duty(title, str(row.task_force), row.opens_at, url, due=row.closes_at, role=row.task_force)


@waits("taskforces.mandate")
def mandates(user):
    """Her seats whose mandate ends within 60 days or has ended, until she has said whether she would go on."""
    return Seat.objects.to_wish_renewal().filter(person=user).prefetch_related(NAMED)


@mandates.told
def mandate(seat):
    title, about = _("Your mandate ends: say whether you go on"), str(seat.task_force)
    return Duty(title, about, seat.started_at, seat.task_force.members_url, due=seat.expires_at, role=seat)
