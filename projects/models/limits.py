"""How much one person may propose and write in a day. Counted in the database: nothing is forgotten by a restart."""

from django.utils.translation import gettext as _

from accounts.limits import require_fewer

IDEAS_A_DAY = 5
COMMENTS_A_DAY = 40


def require_may_propose(person):
    """Raises ValidationError when `person` has proposed enough ideas for a day. Call after her turn came."""
    from projects.models import Idea

    rows = Idea.objects.filter(author=person)
    require_fewer(
        IDEAS_A_DAY, rows, "created_at", _("You have proposed %(most)d ideas within a day. Please go on tomorrow.")
    )


def require_may_comment(person):
    """Raises ValidationError when `person` has written enough comments for a day. Call after her turn came."""
    from projects.models import Comment

    rows = Comment.objects.filter(author=person)
    require_fewer(
        COMMENTS_A_DAY, rows, "created_at", _("You have written %(most)d comments within a day. Please go on tomorrow.")
    )
