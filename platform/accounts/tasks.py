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
from accounts.retention import forget_what_is_old

UNCONFIRMED_AFTER = timedelta(days=7)


@shared_task
def tidy():
    """Every day: expired sessions, accounts not confirmed within 7 days, and whatever the apps keep no longer."""
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
    forget_what_is_old()


@transaction.atomic
def forget_unconfirmed(person):
    """Nobody knows whose address this is: the account goes, and its history with it."""
    key = person.pk
    person.delete()
    person.pk = key
    forget_history(person)
