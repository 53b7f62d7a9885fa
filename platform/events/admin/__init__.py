from events.admin import decisions, meetings

__all__ = ["decisions", "meetings"]
