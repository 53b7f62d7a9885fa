"""Doorbells of the meetings."""

from celery import shared_task

from core.source import acting_from
from events.reminding import remind


@shared_task
def remind_of_meetings():
    """Every hour: who comes or has not answered hears three days before, once for each date."""
    with acting_from("job"):
        remind()
