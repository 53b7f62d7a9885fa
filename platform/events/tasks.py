"""Doorbells of meetings and events."""

from celery import shared_task

from core.source import acting_from
from events.reminding import remind


@shared_task
def remind_of_meetings():
    """Every hour: of meetings three days before, of events the day before, once for each date."""
    with acting_from("job"):
        remind()
