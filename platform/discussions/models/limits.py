"""How much one person may write in a day. Counted in the database: nothing is forgotten by a restart."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

WITHIN = timedelta(days=1)
THREADS_A_DAY = 10
POSTS_A_DAY = 60


def require_may_start(person):
    """Raises ValidationError when `person` has begun enough discussions for a day. Call after her turn came."""
    from discussions.models import Thread

    if Thread.objects.filter(starter=person, created_at__gt=timezone.now() - WITHIN).count() >= THREADS_A_DAY:
        raise ValidationError(
            _("You have begun %(most)d discussions within a day. Please go on tomorrow."),
            code="limit",
            params={"most": THREADS_A_DAY},
        )


def require_may_post(person):
    """Raises ValidationError when `person` has written enough posts for a day. Call after her turn came."""
    from discussions.models import Post

    if Post.objects.filter(author=person, created_at__gt=timezone.now() - WITHIN).count() >= POSTS_A_DAY:
        raise ValidationError(
            _("You have written %(most)d posts within a day. Please go on tomorrow."),
            code="limit",
            params={"most": POSTS_A_DAY},
        )
