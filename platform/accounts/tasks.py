"""Doorbells of the people's app."""

from datetime import timedelta

from allauth.account.models import EmailAddress
from celery import shared_task
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from accounts.models import User
from accounts.models.erasure import forget_history

UNCONFIRMED_AFTER = timedelta(days=7)


@shared_task
def tidy():
    """Every day: sessions that have expired, and accounts whose address was not confirmed within 7 days, go."""
    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    confirmed = EmailAddress.objects.filter(user=OuterRef("pk"), verified=True)
    unconfirmed = User.objects.filter(
        ~Exists(confirmed),
        joined_at__lt=timezone.now() - UNCONFIRMED_AFTER,
        emailaddress__isnull=False,
        last_login=None,
        is_staff=False,
        seats=None,
        applications=None,
    )
    for person in unconfirmed.distinct():
        forget_unconfirmed(person)


@transaction.atomic
def forget_unconfirmed(person):
    """Nobody knows whose address this is: the account goes, and its history with it."""
    key = person.pk
    person.delete()
    person.pk = key
    forget_history(person)
