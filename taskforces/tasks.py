"""Doorbells of the task forces."""

from celery import shared_task

from core.source import acting_from
from taskforces.reminding import remind


@shared_task
def remind_of_waiting_applications():
    """Every day: those who decide are reminded after 7 days, the secretariat is told after 14."""
    with acting_from("job"):
        remind()
