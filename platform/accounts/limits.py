"""How much one person may do in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import User

WITHIN = timedelta(days=1)


def wait_for_turn(person):
    """What one person does at the same moment is done one after the other: nobody slips past a limit."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)


def require_fewer(most, rows, moment, sentence):
    """Raises ValidationError with `sentence`, which names %(most)d, when `most` of `rows` are of the last 24 hours.

    `moment` is the field that says when each row came to be. Call after the person's turn came.
    """
    if rows.filter(**{f"{moment}__gt": timezone.now() - WITHIN}).count() >= most:
        raise ValidationError(sentence, code="limit", params={"most": most})
