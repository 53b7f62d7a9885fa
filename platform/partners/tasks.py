"""Doorbells of the organisations."""

from celery import shared_task

from core.source import acting_from
from partners.models import Agreement
from partners.reminding import remind
from partners.untouched import look_after_sheets


@shared_task
def remind_of_waiting_colleagues():
    """Every day: focal points are reminded after 7 days, the secretariat is told after 14."""
    with acting_from("job"):
        remind()


@shared_task
def remind_of_untouched_sheets():
    """Every day: focal points whose sheet nobody has changed for 18 months are reminded, once."""
    with acting_from("job"):
        look_after_sheets()


@shared_task
def alert_of_ending_agreements():
    """Every day: the secretariat hears of agreements that end within 90 days, once."""
    with acting_from("job"):
        Agreement.objects.alert()
