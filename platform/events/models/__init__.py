from events.models.dates import Availability, MeetingDate
from events.models.decision import Decision
from events.models.event import Event
from events.models.feed import CalendarFeed
from events.models.meeting import Meeting
from events.models.minutes import Minutes, MinutesEdition
from events.models.outside import OutsideAttendance, OutsideMeeting
from events.models.participation import Participation
from events.models.registration import Registration

__all__ = [
    "Availability",
    "CalendarFeed",
    "Decision",
    "Event",
    "Meeting",
    "MeetingDate",
    "Minutes",
    "MinutesEdition",
    "OutsideAttendance",
    "OutsideMeeting",
    "Participation",
    "Registration",
]
