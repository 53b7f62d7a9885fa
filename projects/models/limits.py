"""How much one person may propose and write in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

WITHIN = timedelta(days=1)
IDEAS_A_DAY = 5
COMMENTS_A_DAY = 40


def require_may_propose(person):
    """Raises ValidationError when `person` has proposed enough ideas for a day. Call after her turn came."""
    from projects.models import Idea

    if Idea.objects.filter(author=person, created_at__gt=timezone.now() - WITHIN).count() >= IDEAS_A_DAY:
        raise ValidationError(
            _("You have proposed %(most)d ideas within a day. Please go on tomorrow."),
            code="limit",
            params={"most": IDEAS_A_DAY},
        )


def require_may_comment(person):
    """Raises ValidationError when `person` has written enough comments for a day. Call after her turn came."""
    from projects.models import Comment

    if Comment.objects.filter(author=person, created_at__gt=timezone.now() - WITHIN).count() >= COMMENTS_A_DAY:
        raise ValidationError(
            _("You have written %(most)d comments within a day. Please go on tomorrow."),
            code="limit",
            params={"most": COMMENTS_A_DAY},
        )
