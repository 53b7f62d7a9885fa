from events.models.dates import Availability, MeetingDate
from events.models.decision import Decision
from events.models.feed import CalendarFeed
from events.models.meeting import Meeting
from events.models.minutes import Minutes, MinutesEdition
from events.models.participation import Participation

__all__ = [
    "Availability",
    "CalendarFeed",
    "Decision",
    "Meeting",
    "MeetingDate",
    "Minutes",
    "MinutesEdition",
    "Participation",
]
