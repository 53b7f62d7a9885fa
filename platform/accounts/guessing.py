"""Somebody guesses a password or a code: the account is slowed down for everybody, and its owner told once."""

from datetime import timedelta

from allauth.account import app_settings
from allauth.account.signals import login_code_rejected, password_reset_code_rejected
from allauth.core.internal import ratelimit
from allauth.mfa.signals import authentication_failed
from django.db import transaction
from django.dispatch import receiver
from django.utils import timezone

from accounts.models import User
from core.models import Activity

# The owner is told once in so long, however long the guessing lasts.
QUIET_FOR = timedelta(days=1)


def is_slowed_down(request, key):
    """Whether so many wrong tries were made under `key` (an address or a person) that further ones are refused."""
    rates = [rate for rate in app_settings.RATE_LIMITS["login_failed"].split(",") if rate.endswith("/key")]
    return not ratelimit.consume(
        request,
        app="allauth.account",
        action="login_failed",
        config={"login_failed": ",".join(rates)},
        key=key,
        dry_run=True,
    )


def warn_owner_of(address):
    """Tell whoever signs in with `address`, if anybody does."""
    person = User.objects.active().filter(emailaddress__email__iexact=address).first()
    if person:
        warn(person)


@transaction.atomic
def warn(person):
    """Tell `person` that somebody tries passwords or codes of hers, unless she was told within a day."""
    User.objects.select_for_update().get(pk=person.pk)
    told = Activity.objects.about(person).filter(verb="guessed_at", created_at__gt=timezone.now() - QUIET_FOR)
    if not told.exists():
        person.record("guessed_at", by=None)


@receiver([login_code_rejected, password_reset_code_rejected])
def mailed_code_rejected(sender, user, last_attempt, **kwargs):
    """A mailed code dies after three wrong tries."""
    if last_attempt:
        warn(user)


@receiver(authentication_failed)
def second_factor_rejected(sender, request, user, **kwargs):
    """Codes of the app and recovery codes are slowed down like passwords; the password was right already."""
    if is_slowed_down(request, f"mfa-auth-user-{user.pk}"):
        warn(user)
