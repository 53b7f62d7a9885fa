"""Candidates: calls, statements, consultations."""

from django.db.models import Exists, F, OuterRef, Q

from home.checking.found import check
from taskforces.models import Application, CandidateComment, CandidateSupport, Consultation, Role, Statement


@check("error")
def statements_sent_too_late():
    """The deadline of a call is moved in one direction only: it never lies before what was sent in time."""
    for statement in Statement.objects.filter(sent_at__gt=F("application__call__deadline")):
        yield f"statement {statement.pk} was sent after the deadline of its call"


@check("error")
def statements_of_nobody_who_stands():
    for statement in Statement.objects.filter(application__role=Role.MEMBER):
        yield f"statement {statement.pk} belongs to application {statement.application_id}, which asks for no seat"


@check("error")
def candidates_of_other_seats():
    """Whoever answers a call stands for its seat."""
    same = Q(role=F("call__role"), task_force=F("call__task_force"))
    same &= Q(call__region=None) | Q(region=F("call__region"))
    for application in Application.objects.filter(call__isnull=False).exclude(same):
        yield f"application {application.pk} answers call {application.call_id}, which is for another seat"


@check("error")
def voices_outside_the_consultation():
    """Support and comments come while the window is open, and from others than the candidate."""
    window = Q(
        created_at__gte=F("application__call__consultation__opens_at"),
        created_at__lte=F("application__call__consultation__closes_at"),
    )
    for model, name, field in ((CandidateSupport, "support", "person"), (CandidateComment, "comment", "author")):
        for row in model.objects.exclude(window):
            yield f"{name} {row.pk} of candidate {row.application_id} came outside the consultation"
        for row in model.objects.filter(**{field: F("application__person")}):
            yield f"{name} {row.pk} is the candidate's own"


@check("error")
def not_selected_without_anybody_nominated():
    nominated = Application.objects.filter(
        task_force=OuterRef("task_force"), role=OuterRef("role"), status=Application.Status.NOMINATED
    )
    for application in Application.objects.filter(~Exists(nominated), status=Application.Status.NOT_SELECTED):
        yield f"application {application.pk} is not selected, and nobody was nominated for its seat"


@check("warning")
def consultations_without_decision():
    for consultation in Consultation.objects.closed().undecided():
        yield f"consultation {consultation.pk} is closed and its candidates wait for the decision"
