"""Seats and applications, and the Bureau."""

from django.db.models import Count, Exists, F, OuterRef, Q

from colleges.models import BureauMandate
from core.models import Activity
from home.checking.found import check
from taskforces.models import Application, Role, Seat

# -- Seats


@check("warning")
def seats_without_backing():
    seats = Seat.objects.flagged().select_related("task_force__objective")
    for seat in seats.order_by("task_force__objective__code", "pk"):
        yield (
            f"seat {seat.pk} ({seat.role} of {seat.task_force.code}) is flagged: "
            f"person {seat.person_id} may no longer hold it"
        )


@check("error")
def leaders_held_twice():
    rows = Seat.objects.open().leaders().order_by().values("task_force__objective__code")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"task force {row['task_force__objective__code']} has {row['number']} leaders"


@check("error")
def regions_represented_twice():
    rows = Seat.objects.open().representatives().order_by().values("task_force__objective__code", "region__slug")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"{row['region__slug']} has {row['number']} representatives in {row['task_force__objective__code']}"


@check("error")
def people_seated_twice():
    rows = Seat.objects.open().order_by().values("task_force__objective__code", "person")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"person {row['person']} has {row['number']} open seats in {row['task_force__objective__code']}"


@check("error")
def regions_of_seats():
    """Representatives speak for one large region; nobody else has one."""
    wrong = Q(role=Role.REPRESENTATIVE) & (Q(region=None) | Q(region__parent__isnull=False))
    wrong |= ~Q(role=Role.REPRESENTATIVE) & Q(region__isnull=False)
    for seat in Seat.objects.filter(wrong):
        yield f"seat {seat.pk} ({seat.role}) has the region {seat.region_id}"


@check("error")
def seats_ending_before_they_began():
    for seat in Seat.objects.filter(ended_at__lt=F("started_at")):
        yield f"seat {seat.pk} ended before it began"


# -- Applications


@check("error")
def admissions_without_seat():
    """Whoever was accepted or nominated has had the seat, even if it ended since."""
    given = Seat.objects.filter(
        task_force=OuterRef("task_force"),
        person=OuterRef("person"),
        role=OuterRef("role"),
    )
    admitted = [Application.Status.ACCEPTED, Application.Status.NOMINATED]
    for application in Application.objects.filter(~Exists(given), status__in=admitted):
        yield f"application {application.pk} is {application.status} and gave no seat"


@check("error")
def decisions_without_decider():
    decided = [Application.Status.ACCEPTED, Application.Status.NOMINATED, Application.Status.DECLINED]
    decided.append(Application.Status.NOT_SELECTED)
    for application in Application.objects.filter(status__in=decided, decided_at=None):
        yield f"application {application.pk} is {application.status} and nobody knows since when"
    for application in Application.objects.filter(status__in=Application.OPEN, decided_at__isnull=False):
        yield f"application {application.pk} is {application.status} and has been decided on"


@check("error")
def applications_decided_twice():
    verbs = Activity.objects.filter(
        content_type__app_label="taskforces",
        content_type__model="application",
        verb__in=["accepted", "nominated", "not_selected", "declined"],
    )
    rows = verbs.order_by().values("object_id").annotate(number=Count("pk"))
    for row in rows.filter(number__gt=1):
        yield f"application {row['object_id']} was decided on {row['number']} times"


@check("error")
def sent_applications_without_moment():
    for application in Application.objects.sent().filter(submitted_at=None):
        yield f"application {application.pk} is {application.status} and was never sent"


# -- The Bureau


@check("warning")
def bureau_mandates_without_standing():
    for mandate in BureauMandate.objects.running().select_related("college"):
        if not BureauMandate.objects.in_force(mandate.college).filter(pk=mandate.pk).exists():
            yield f"mandate {mandate.pk} runs, and its person belongs to no organisation of the college"
