"""Who needs a second factor: those who decide on others."""

from django.conf import settings
from django.utils import timezone

# Apps of higher floors tell since when a person decides on others: functions of (person) → moment or None.
_deciding_since = []


def tells_deciding_since(function):
    """Register a function of (person) that says since when she decides on others, or None."""
    _deciding_since.append(function)
    return function


def must_set_up_second_factor(person):
    """Whether she must set one up before going on: the secretariat at once, others after a week of grace."""
    due_at = second_factor_due_at(person)
    return due_at is not None and due_at <= timezone.now() and not has_second_factor(person)


def has_second_factor(person):
    """Whether she has an app or a key; recovery codes alone are none."""
    return person.authenticator_set.exclude(type="recovery_codes").exists()


def second_factor_due_at(person):
    """The moment from which she must have one, or None."""
    if person.is_staff or person.is_superuser:
        return person.joined_at
    moments = [since for since in (tell(person) for tell in _deciding_since) if since]
    return min(moments) + settings.SECOND_FACTOR_GRACE_FOR_LEADERS if moments else None
