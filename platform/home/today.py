"""The secretariat's first page: what waits, how much of it, since when, and where to see to it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Max, Min, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.health import STUCK_AFTER, oldest_waiting_seconds
from notifications.models import Mail
from partners.models import Affiliation, Partner
from taskforces.admin_applications import LONG
from taskforces.models import Application, Role, Seat, TaskForce

# What has waited for longer is marked.
LATE_AFTER = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """One kind of thing that waits: how many, the oldest since when, and the list of exactly these."""

    title: Any
    hint: Any
    number: int
    since: datetime | None
    url: str
    is_urgent: bool = False

    @property
    def is_late(self):
        """Whether the oldest has waited for more than a week."""
        return self.since is not None and self.since < timezone.now() - LATE_AFTER


def dashboard(request, context):
    """What unfold shows on its first page."""
    waiting = [each for each in everything() if each.number]
    urgent = [each for each in waiting if each.is_urgent]
    return context | {
        "title": _("Today"),
        "urgent": urgent,
        "waiting": [each for each in waiting if not each.is_urgent],
        "nothing_waits": not waiting,
        "now": timezone.now(),
    }


def everything():
    """All kinds of things that may wait, whatever their number."""
    return [*stuck(), *applications(), *affiliations(), *seats(), *task_forces(), *mails(), *organisations()]


def list_url(model, query):
    """The address of a filtered list of the admin."""
    return f"{reverse(f'admin:{model}_changelist')}?{query}"


def stuck():
    """Nothing leaves the house: the workers or the beat have stopped."""
    seconds = oldest_waiting_seconds()
    if seconds > STUCK_AFTER.total_seconds():
        since = timezone.now() - timedelta(seconds=seconds)
        yield Waiting(
            _("Notices and mails are stuck"),
            _("The oldest has waited for more than 10 minutes: the workers seem to have stopped. Tell the operator."),
            1,
            since,
            list_url("notifications_mail", "status__exact=waiting"),
            is_urgent=True,
        )


def applications():
    """Requests to join task forces, in one query."""
    waits = Q(status=Application.Status.SUBMITTED)
    long = waits & Q(submitted_at__lt=timezone.now() - LONG)
    candidate = waits & ~Q(role=Role.MEMBER)
    found = Application.objects.aggregate(
        candidates=Count("pk", filter=candidate),
        candidates_since=Min("submitted_at", filter=candidate),
        long=Count("pk", filter=long),
        all=Count("pk", filter=waits),
        since=Min("submitted_at", filter=waits),
    )
    yield Waiting(
        _("Candidates to nominate"),
        _("They would lead a task force or represent a region: you decide."),
        found["candidates"],
        found["candidates_since"],
        list_url("taskforces_application", "waiting=candidates"),
    )
    yield Waiting(
        _("Applications waiting for more than 7 days"),
        _("The leader has been reminded. You may decide instead."),
        found["long"],
        found["since"],
        list_url("taskforces_application", "waiting=long"),
    )
    yield Waiting(
        _("All applications waiting for an answer"),
        _("Most are for the leaders of the task forces."),
        found["all"],
        found["since"],
        list_url("taskforces_application", "waiting=all"),
    )


def affiliations():
    """People who say where they work, in one query; first those whom nobody but the secretariat can confirm."""
    spoken_for = Affiliation.objects.active().filter(is_focal_point=True, person__is_active=True)
    nobody = ~Q(partner__in=spoken_for.values("partner"))
    found = Affiliation.objects.requested().aggregate(
        nobody=Count("pk", filter=nobody),
        nobody_since=Min("requested_at", filter=nobody),
        all=Count("pk"),
        since=Min("requested_at"),
    )
    yield Waiting(
        _("People to confirm, organisation without focal point"),
        _("Nobody else can confirm that they work there."),
        found["nobody"],
        found["nobody_since"],
        list_url("partners_affiliation", "waiting=nobody"),
    )
    yield Waiting(
        _("All people to confirm"),
        _("Most are for the focal points of the organisations."),
        found["all"],
        found["since"],
        list_url("partners_affiliation", "waiting=all"),
    )


def seats():
    """Leaders and representatives whose organisation has left, since the day it left or they left it."""
    lost = (
        Affiliation.objects.filter(person=OuterRef("person"))
        .exclude(status=Affiliation.Status.REQUESTED)
        .annotate(moment=Coalesce("ended_at", Greatest("started_at", "partner__status_since")))
        .order_by()
        .values("person")
        .annotate(last=Max("moment"))
        .values("last")
    )
    found = Seat.objects.flagged().annotate(lost_at=Subquery(lost)).aggregate(number=Count("pk"), since=Min("lost_at"))
    yield Waiting(
        _("Seats vacant, to be confirmed"),
        _("The organisation of the leader or representative has left or is suspended."),
        found["number"],
        found["since"],
        list_url("taskforces_seat", "state=flagged"),
    )


def task_forces():
    """Task forces that nobody leads."""
    number = TaskForce.objects.exclude(pk__in=TaskForce.objects.with_leader()).count()
    yield Waiting(
        _("Task forces without leader"),
        _("Nobody decides on their applications but you."),
        number,
        None,
        list_url("taskforces_taskforce", "leader=none"),
    )


def mails():
    """Mails that failed, or of which nobody knows whether they arrived."""
    found = Mail.objects.unsettled().aggregate(number=Count("pk"), since=Min("created_at"))
    yield Waiting(
        _("Mails failed or unsure"),
        _("Look them up in the relay’s log, then say whether they arrived."),
        found["number"],
        found["since"],
        list_url("notifications_mail", "waiting=unsettled"),
    )


def organisations():
    """Organisations that would like to be partners."""
    found = Partner.objects.filter(status=Partner.Status.CANDIDATE).aggregate(
        number=Count("pk"), since=Min("created_at")
    )
    yield Waiting(
        _("Organisations that are candidates"),
        _("To admit as partner or member."),
        found["number"],
        found["since"],
        list_url("partners_partner", "status__exact=candidate"),
    )
