"""What waits for people in meetings and events, see `core.duties`: one file per subject."""

from events.duties import decisions, events, meetings

__all__ = ["decisions", "events", "meetings"]
