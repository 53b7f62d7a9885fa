"""Doorbells of the datasheets."""

from contextlib import suppress

from celery import shared_task
from django.core.exceptions import ValidationError

from core.source import acting_from
from practices import alerting
from practices.models import Practice


@shared_task
def remind_of_confirmations():
    """Every day: whoever writes a sheet is asked whether it still holds, a year after it was said last."""
    with acting_from("job"):
        for practice in Practice.objects.to_remind():
            # Confirmed, or told by another run, between the question and this line.
            with suppress(ValidationError):
                practice.remind(by=None)


@shared_task
def tell_of_new_practices():
    """Every day: what was published since, to whoever has saved a search that finds it."""
    with acting_from("job"):
        alerting.tell_of_new_practices()
