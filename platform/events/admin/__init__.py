from events.admin import decisions, events, meetings, outside

__all__ = ["decisions", "events", "meetings", "outside"]
