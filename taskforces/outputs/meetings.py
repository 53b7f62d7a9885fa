"""Outputs told by the meetings of a task force."""

from django.db.models import Exists, OuterRef

from core.outputs import tells_output
from events.models import Meeting


@tells_output("planning-meeting-held")
def planning_meeting_held():
    """A planning meeting of the task force was held."""
    held = Meeting.objects.filter(kind=Meeting.Kind.PLANNING, status=Meeting.Status.HELD)
    return Exists(held.filter(space=OuterRef("space")))
