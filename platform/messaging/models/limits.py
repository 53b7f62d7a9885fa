"""How much one person may write in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User

WITHIN = timedelta(days=1)
CONVERSATIONS_A_DAY = 10
MESSAGES_A_DAY = 50


def wait_for_turn(person):
    """What one person writes at the same moment is written one after the other: nobody slips past a limit."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)


def require_may_write(person):
    """Raises ValidationError when `person` was barred, or has written enough for a day. Call after her turn came."""
    from messaging.models import Message, Report

    if until := Report.objects.barred_until(person):
        raise ValidationError(
            _("The secretariat has barred you from writing to organisations until %(day)s."),
            code="barred",
            params={"day": f"{timezone.localtime(until):%Y-%m-%d}"},
        )
    if Message.objects.filter(author=person, created_at__gt=timezone.now() - WITHIN).count() >= MESSAGES_A_DAY:
        raise ValidationError(
            _("You have sent %(most)d messages within a day. Please go on tomorrow."),
            code="limit",
            params={"most": MESSAGES_A_DAY},
        )


def require_may_start(person):
    """Raises ValidationError when `person` has begun enough conversations for a day."""
    from messaging.models import Conversation

    begun = Conversation.objects.filter(starter=person, created_at__gt=timezone.now() - WITHIN)
    if begun.count() >= CONVERSATIONS_A_DAY:
        raise ValidationError(
            _("You have written to %(most)d organisations within a day. Please go on tomorrow."),
            code="limit",
            params={"most": CONVERSATIONS_A_DAY},
        )
