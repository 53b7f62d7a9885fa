"""What waits for people in meetings, see `core.duties`: one file per subject."""

from events.duties import decisions, meetings

__all__ = ["decisions", "meetings"]
