from core.history import keep_history
from events.models import Decision, Event, Meeting, OutsideMeeting

keep_history(Meeting)
keep_history(Decision)
keep_history(Event)
keep_history(OutsideMeeting)
