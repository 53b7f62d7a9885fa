"""How much one person may write in a day. Counted in the database: nothing is forgotten by a restart."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.limits import require_fewer

CONVERSATIONS_A_DAY = 10
MESSAGES_A_DAY = 50


def require_may_write(person):
    """Raises ValidationError when `person` was barred, or has written enough for a day. Call after her turn came."""
    from messaging.models import Message, Report

    if until := Report.objects.barred_until(person):
        raise ValidationError(
            _("The secretariat has barred you from writing to organisations until %(day)s."),
            code="barred",
            params={"day": f"{timezone.localtime(until):%Y-%m-%d}"},
        )
    rows = Message.objects.filter(author=person)
    require_fewer(
        MESSAGES_A_DAY, rows, "created_at", _("You have sent %(most)d messages within a day. Please go on tomorrow.")
    )


def require_may_start(person):
    """Raises ValidationError when `person` has begun enough conversations for a day."""
    from messaging.models import Conversation

    rows = Conversation.objects.filter(starter=person)
    sentence = _("You have written to %(most)d organisations within a day. Please go on tomorrow.")
    require_fewer(CONVERSATIONS_A_DAY, rows, "created_at", sentence)
