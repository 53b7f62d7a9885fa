from core.history import keep_history
from events.models import Decision, Meeting

keep_history(Meeting)
keep_history(Decision)
