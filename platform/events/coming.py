"""Meetings and events that come, see `core.coming`."""

from core.coming import Coming, comes
from events.models import Event, Meeting, Participation


@comes("events.meeting")
def meetings(user, until):
    """Those she is invited to, save those she said she does not come to."""
    declined = Participation.objects.filter(person=user, answer=Participation.Answer.AWAY)
    mine = Meeting.objects.visible_to(user).inviting(user).upcoming().filter(starts_at__lte=until)
    for meeting in mine.exclude(pk__in=declined.values("meeting")).with_space():
        yield Coming(meeting.title, meeting.space.title, meeting.starts_at, meeting.get_absolute_url())


@comes("events.event")
def events(user, until):
    """Those for which she has a seat."""
    for event in Event.objects.visible_to(user).registered_by(user).to_come().filter(starts_at__lte=until).with_space():
        yield Coming(event.title, event.space.title, event.starts_at, event.get_absolute_url())
