"""The smallest valid meetings."""

from datetime import timedelta

from django.utils import timezone

from events.models import Meeting
from spaces.models import LEADERS, Space
from taskforces.models import TaskForce


def in_days(days, hour=9):
    """That many days from now, at a full hour (UTC)."""
    return (timezone.now() + timedelta(days=days)).replace(hour=hour, minute=0, second=0, microsecond=0)


def meeting_of(code="A2", *, by, dates=(10,), kind=Meeting.Kind.MEMBER, title="Spring meeting", **words):
    """A meeting of a task force in so many days; with several, the dates are proposed. `dates` may be moments."""
    space = Space.objects.get(slug=LEADERS) if kind == Meeting.Kind.LEADER else space_of(code)
    moments = [in_days(each) if isinstance(each, int) else each for each in dates]
    return Meeting.plan(space, kind=kind, dates=moments, by=by, title=title, **words)


def space_of(code):
    """The space of a task force."""
    return TaskForce.objects.select_related("space").get(objective__code=code).space


def begun_meeting(code="A2", *, by, days_ago=1, **words):
    """A meeting whose hour has come; its past is set by the back door, for the verb refuses to plan one."""
    meeting = meeting_of(code, by=by, **words)
    Meeting.objects.filter(pk=meeting.pk).update(starts_at=in_days(-days_ago))
    meeting.dates.update(starts_at=in_days(-days_ago))
    meeting.refresh_from_db()
    return meeting
