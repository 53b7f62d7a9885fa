"""Who needs a second factor: those who decide on others."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db.models import Case, DateTimeField, Exists, Subquery, Value, When
from django.db.models.functions import Cast, Least
from django.utils import timezone

# Apps of higher floors tell since when a person decides on others: functions of (person) → her moments.
_deciding_since = []


def tells_deciding_since(function):
    """Register a function of (person): since when she decides on others, a queryset of moments, the oldest first."""
    _deciding_since.append(function)
    return function


def must_set_up_second_factor(person):
    """Whether she must set one up before going on: the secretariat at once, others after a week of grace."""
    return is_past(second_factor_due_at(person))


def is_past(due_at):
    """Whether the moment has come; None never comes."""
    return due_at is not None and due_at <= timezone.now()


def has_second_factor(person):
    """Whether she has an app or a key; recovery codes alone are none."""
    return factors_of(person).exists()


def factors_of(person):
    """Her apps and keys."""
    return person.authenticator_set.exclude(type="recovery_codes")


def second_factor_due_at(person):
    """The moment from which she must have one; None when she has one or needs none. Asked in one query."""
    if person.is_staff or person.is_superuser:
        return None if has_second_factor(person) else person.joined_at
    since = deciding_without_since(person)
    return since and since + settings.SECOND_FACTOR_GRACE_FOR_LEADERS


def deciding_without_since(person):
    """Since when she decides on others, or None; of her who has a second factor nothing further is asked."""
    nothing = Cast(Value(None), DateTimeField())
    since = Least(nothing, *[Subquery(tell(person)[:1]) for tell in _deciding_since])
    asked = Case(When(Exists(factors_of(person)), then=nothing), default=since)
    return get_user_model().objects.filter(pk=person.pk).order_by().values_list(asked, flat=True).first()


def due_at_for(request):
    """`second_factor_due_at` for the person who reads, asked once for the house's door and the page behind it."""
    if not hasattr(request, "second_factor_due_at"):
        request.second_factor_due_at = second_factor_due_at(request.user)
    return request.second_factor_due_at
