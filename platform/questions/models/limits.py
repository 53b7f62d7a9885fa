"""How much one person may ask and write in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

WITHIN = timedelta(days=1)
QUESTIONS_A_DAY = 5
FOLLOW_UPS_A_DAY = 40


def require_may_ask(person):
    """Raises ValidationError when `person` has asked enough for a day. Call after her turn came."""
    from questions.models import Question

    if Question.objects.filter(asker=person, asked_at__gt=timezone.now() - WITHIN).count() >= QUESTIONS_A_DAY:
        raise ValidationError(
            _("You have asked %(most)d questions within a day. Please go on tomorrow."),
            code="limit",
            params={"most": QUESTIONS_A_DAY},
        )


def require_may_follow_up(person):
    """Raises ValidationError when `person` has written enough below questions for a day. Call after her turn came."""
    from questions.models import FollowUp

    if FollowUp.objects.filter(author=person, written_at__gt=timezone.now() - WITHIN).count() >= FOLLOW_UPS_A_DAY:
        raise ValidationError(
            _("You have written %(most)d times below questions within a day. Please go on tomorrow."),
            code="limit",
            params={"most": FOLLOW_UPS_A_DAY},
        )
