"""Meetings, their minutes and decisions."""

import zoneinfo

from django.db.models import Count, Q
from django.utils import timezone

from events.models import Decision, Meeting, MinutesEdition
from home.checking.found import check
from spaces.models import LEADERS, Space
from taskforces.models import TaskForce


@check("error")
def meetings_where_they_do_not_belong():
    """Leaders meet in the space of all leaders, and nobody else does."""
    rows = Meeting.objects.select_related("space")
    wrong = Q(kind=Meeting.Kind.LEADER) & ~Q(space__slug=LEADERS) | ~Q(kind=Meeting.Kind.LEADER) & Q(
        space__slug=LEADERS
    )
    for meeting in rows.filter(wrong):
        yield f"meeting {meeting.pk} ({meeting.kind}) is held in the space {meeting.space.slug}"


@check("error")
def meetings_without_dates():
    """A proposed meeting has a date, mostly several."""
    proposed = Meeting.objects.proposed().annotate(number=Count("dates"))
    for meeting in proposed.filter(number=0):
        yield f"meeting {meeting.pk} looks for a date among {meeting.number}"


@check("error")
def meetings_held_before_they_began():
    for meeting in Meeting.objects.filter(status=Meeting.Status.HELD, starts_at__gt=timezone.now()):
        yield f"meeting {meeting.pk} was held and has not begun"


@check("error")
def minutes_of_meetings_not_held():
    others = MinutesEdition.objects.exclude(minutes__meeting__status=Meeting.Status.HELD)
    for edition in others.select_related("minutes"):
        yield f"meeting {edition.minutes.meeting_id} has minutes and was not held"


@check("error")
def meetings_whose_hours_cannot_be_said():
    for meeting in Meeting.objects.exclude(time_zone__in=zoneinfo.available_timezones()):
        yield f"meeting {meeting.pk} has the time zone {meeting.time_zone!r}"


@check("error")
def task_forces_without_space():
    if TaskForce.objects.exists() and not Space.objects.filter(slug=LEADERS).exists():
        yield "the leaders of the task forces have no space to meet in"


@check("warning")
def decisions_seen_to_by_nobody_who_can():
    """Whoever saw to them has left the platform."""
    for decision in Decision.objects.open().filter(owner__is_active=False):
        yield f"decision {decision.pk} is open and person {decision.owner_id}, who sees to it, cannot sign in"
