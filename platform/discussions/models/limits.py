"""How much one person may write in a day. Counted in the database: nothing is forgotten by a restart."""

from django.utils.translation import gettext as _

from accounts.limits import require_fewer

THREADS_A_DAY = 10
POSTS_A_DAY = 60


def require_may_start(person):
    """Raises ValidationError when `person` has begun enough discussions for a day. Call after her turn came."""
    from discussions.models import Thread

    rows = Thread.objects.filter(starter=person)
    require_fewer(
        THREADS_A_DAY, rows, "created_at", _("You have begun %(most)d discussions within a day. Please go on tomorrow.")
    )


def require_may_post(person):
    """Raises ValidationError when `person` has written enough posts for a day. Call after her turn came."""
    from discussions.models import Post

    rows = Post.objects.filter(author=person)
    require_fewer(
        POSTS_A_DAY, rows, "created_at", _("You have written %(most)d posts within a day. Please go on tomorrow.")
    )
