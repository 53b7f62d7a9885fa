"""Doorbells of the colleges."""

from celery import shared_task

from colleges.models import BureauMandate
from core.source import acting_from


@shared_task
def remind_of_bureau_mandates():
    """Every day: holders and the secretariat, 60 days before the end of a mandate in the Bureau, once."""
    with acting_from("job"):
        BureauMandate.objects.remind()
