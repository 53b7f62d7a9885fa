"""Doorbells of the task forces."""

from celery import shared_task

from core.source import acting_from
from taskforces import reminding_candidates
from taskforces.gathering_gaps import gather
from taskforces.reminding import remind, remind_of_enquiries


@shared_task
def remind_of_waiting_applications():
    """Every day: those who decide are reminded after 7 days, the secretariat is told after 14."""
    with acting_from("job"):
        remind()


@shared_task
def remind_of_waiting_enquiries():
    """Every day: the secretariat is told of questions from outside that have waited for 14 days."""
    with acting_from("job"):
        remind_of_enquiries()


@shared_task
def remind_of_statements():
    """Every day: candidates who have not sent their statement a week before the deadline, once."""
    with acting_from("job"):
        reminding_candidates.remind_of_statements()


@shared_task
def remind_of_mandates():
    """Every day: holders and the secretariat, 60 days before the end of a mandate and when it has ended."""
    with acting_from("job"):
        reminding_candidates.remind_of_mandates()


@shared_task
def tell_of_gaps():
    """Every day: leaders hear of new gaps, each at most once a week."""
    with acting_from("job"):
        gather()
