"""Doorbells of the people's app."""

from datetime import timedelta

from celery import shared_task
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts.models import User

UNCONFIRMED_AFTER = timedelta(days=7)


@shared_task
def tidy():
    """Every day: sessions that have expired, and accounts whose address was not confirmed within 7 days, go."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    unconfirmed = User.objects.filter(
        joined_at__lt=timezone.now() - UNCONFIRMED_AFTER,
        emailaddress__isnull=False,
        last_login=None,
        is_staff=False,
    ).exclude(emailaddress__verified=True)
    for person in unconfirmed.filter(seats=None, applications=None):
        person.delete()
