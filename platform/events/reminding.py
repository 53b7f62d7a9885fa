"""Meetings and events that are near: their people are reminded once for each date."""

from django.utils import timezone

from events.models import Event, Meeting
from events.models.holding import REMINDED_BEFORE
from events.models.reporting import REMINDED_BEFORE as EVENTS_REMINDED_BEFORE


def remind():
    """Remind of meetings of the next three days and events of the next. Running it again reminds of nothing twice."""
    now = timezone.now()
    meetings = Meeting.objects.upcoming().filter(starts_at__gt=now, starts_at__lte=now + REMINDED_BEFORE)
    for meeting in meetings.filter(reminded_at=None):
        meeting.remind(by=None)
    events = Event.objects.to_come().filter(starts_at__gt=now, starts_at__lte=now + EVENTS_REMINDED_BEFORE)
    for event in events.filter(reminded_at=None):
        event.remind(by=None)
