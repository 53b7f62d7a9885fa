"""Meetings that are near: their people are reminded once for each date."""

from django.utils import timezone

from events.models import Meeting
from events.models.holding import REMINDED_BEFORE


def remind():
    """Remind of each meeting that begins within three days. Running it again reminds of nothing twice."""
    near = Meeting.objects.upcoming().filter(
        starts_at__gt=timezone.now(), starts_at__lte=timezone.now() + REMINDED_BEFORE, reminded_at=None
    )
    for meeting in near:
        meeting.remind(by=None)
