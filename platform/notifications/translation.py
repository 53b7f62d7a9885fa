"""Nothing here is written in several languages; the history of what people chose is kept."""

from core.history import keep_history
from notifications.models import NoticeSetting, RoomChoice

keep_history(NoticeSetting)
keep_history(RoomChoice)
