"""Broken promises in the data: what the rows themselves say, whatever the code that wrote them believed.

A check is a function that yields one sentence for each row that breaks its promise. An `error` must never be found;
a `warning` is a state somebody has to look at.
"""

import zoneinfo
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Exists, F, OuterRef, Q
from django.utils import timezone

from accounts.models import User
from core.models import Activity
from notifications.models import Mail, Notice
from notifications.models.mail import LEFT_BEHIND_AFTER
from objectives.models import Objective, PlanVersion
from partners.models import Affiliation, Partner
from taskforces.models import Application, Role, Seat

# The sweep comes every minute: what waits for longer than this was forgotten.
FORGOTTEN_AFTER = timedelta(hours=1)

_checks = []


@dataclass(frozen=True)
class Finding:
    """One broken promise, or one thing to look at."""

    severity: str
    sentence: str

    @property
    def is_error(self):
        return self.severity == "error"

    def __str__(self):
        return f"{self.severity}: {self.sentence}"


def check(severity):
    """Register a generator of sentences about rows that break a promise."""

    def register(function):
        _checks.append((severity, function))
        return function

    return register


def findings():
    """Every Finding, errors first."""
    found = [Finding(severity, sentence) for severity, function in _checks for sentence in function()]
    return sorted(found, key=lambda finding: not finding.is_error)


# -- Organisations and their people


@check("error")
def commercial_members():
    for partner in Partner.objects.filter(status=Partner.Status.MEMBER, nature=Partner.Nature.COMMERCIAL):
        yield f"organisation {partner.pk} is commercial and a member"


@check("error")
def funders_of_other_types():
    for partner in Partner.objects.filter(type__in=Partner.NEVER_FUNDERS, gives_funds=True):
        yield f"organisation {partner.pk} is a funder of a type that never funds"


@check("error")
def websites_that_are_none():
    """An address like "javascript:…" would be a link of the organisation's page."""
    for partner in Partner.objects.exclude(website="").exclude(website__iregex=r"^https?://"):
        yield f"organisation {partner.pk} has a website that is no web address"


@check("error")
def focal_points_without_place():
    for affiliation in Affiliation.objects.exclude(status=Affiliation.Status.ACTIVE).filter(is_focal_point=True):
        yield f"affiliation {affiliation.pk} is {affiliation.status} and a focal point"


@check("error")
def affiliations_held_twice():
    rows = Affiliation.objects.filter(status__in=Affiliation.OPEN).order_by().values("person", "partner")
    for row in rows.annotate(number=Count("pk")).filter(number__gt=1):
        yield f"person {row['person']} belongs to organisation {row['partner']} {row['number']} times"


# -- The plan


@check("error")
def plan_versions_in_force():
    number = PlanVersion.objects.filter(is_in_force=True).count()
    if Objective.objects.exists() and number != 1:
        yield f"{number} plan versions are in force instead of one"


@check("error")
def objectives_without_task_force():
    for objective in Objective.objects.filter(task_force=None):
        yield f"objective {objective.code} has no task force"


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
    for application in Application.objects.filter(status__in=decided, decided_at=None):
        yield f"application {application.pk} is {application.status} and nobody knows since when"
    for application in Application.objects.filter(status__in=Application.OPEN, decided_at__isnull=False):
        yield f"application {application.pk} is {application.status} and has been decided on"


@check("error")
def applications_decided_twice():
    verbs = Activity.objects.filter(
        content_type__app_label="taskforces",
        content_type__model="application",
        verb__in=["accepted", "nominated", "declined"],
    )
    rows = verbs.order_by().values("object_id").annotate(number=Count("pk"))
    for row in rows.filter(number__gt=1):
        yield f"application {row['object_id']} was decided on {row['number']} times"


@check("error")
def sent_applications_without_moment():
    for application in Application.objects.sent().filter(submitted_at=None):
        yield f"application {application.pk} is {application.status} and was never sent"


# -- What follows from what happened


@check("error")
def activities_forgotten():
    for activity in Activity.objects.unannounced().filter(created_at__lt=timezone.now() - FORGOTTEN_AFTER):
        yield f"activity {activity.pk} ({activity.key}) has not been announced for an hour"


@check("error")
def notices_told_twice():
    rows = Notice.objects.order_by().values("recipient", "activity").annotate(number=Count("pk"))
    for row in rows.filter(number__gt=1):
        yield f"person {row['recipient']} was told {row['number']} times of activity {row['activity']}"


@check("error")
def notices_without_mail():
    for notice in Notice.objects.filter(mail=None):
        yield f"notice {notice.pk} has no mail"


@check("error")
def mails_forgotten():
    for mail in Mail.objects.due().filter(due_at__lt=timezone.now() - FORGOTTEN_AFTER):
        yield f"mail {mail.pk} has been due for an hour"
    on_their_way = Mail.objects.filter(status=Mail.Status.SENDING)
    for mail in on_their_way.filter(claimed_at__lt=timezone.now() - LEFT_BEHIND_AFTER - timedelta(minutes=5)):
        yield f"mail {mail.pk} was left behind and never settled"


@check("error")
def mails_sent_without_moment():
    for mail in Mail.objects.filter(status=Mail.Status.SENT, sent_at=None):
        yield f"mail {mail.pk} was sent and nobody knows when"


@check("warning")
def mails_to_settle():
    for mail in Mail.objects.unsettled():
        yield f"mail {mail.pk} is {mail.status}: settle it in the admin"


# -- People


@check("error")
def erased_people_who_left_traces():
    left = Q(name="") & Q(email__endswith="@erased.invalid") & Q(country=None) & Q(is_active=False)
    for person in User.objects.filter(erased_at__isnull=False).exclude(left):
        yield f"person {person.pk} was erased and still has a name, an address, a country or access"
    holding = Q(seats__ended_at=None, seats__isnull=False) | Q(affiliations__status__in=Affiliation.OPEN)
    for person in User.objects.filter(holding, erased_at__isnull=False).distinct():
        yield f"person {person.pk} was erased and still holds a seat or belongs to an organisation"


@check("error")
def people_whose_pages_would_break():
    """An unknown time zone or language breaks every page and mail of the person."""
    languages = [code for code, _name in settings.LANGUAGES]
    known = Q(time_zone__in=zoneinfo.available_timezones(), language__in=languages)
    for person in User.objects.exclude(known):
        yield f"person {person.pk} has the time zone {person.time_zone!r} and the language {person.language!r}"


@check("error")
def staff_outside_the_secretariat():
    """Who enters the admin does so as superuser or in the group of the secretariat."""
    for person in User.objects.secretariat().filter(is_superuser=False, groups=None):
        yield f"person {person.pk} may enter the admin and belongs to no group"
