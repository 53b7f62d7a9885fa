"""How much one person may ask and write in a day. Counted in the database: nothing is forgotten by a restart."""

from django.utils.translation import gettext as _

from accounts.limits import require_fewer

QUESTIONS_A_DAY = 5
FOLLOW_UPS_A_DAY = 40


def require_may_ask(person):
    """Raises ValidationError when `person` has asked enough for a day. Call after her turn came."""
    from questions.models import Question

    rows = Question.objects.filter(asker=person)
    require_fewer(
        QUESTIONS_A_DAY, rows, "asked_at", _("You have asked %(most)d questions within a day. Please go on tomorrow.")
    )


def require_may_follow_up(person):
    """Raises ValidationError when `person` has written enough below questions for a day. Call after her turn came."""
    from questions.models import FollowUp

    rows = FollowUp.objects.filter(author=person)
    require_fewer(
        FOLLOW_UPS_A_DAY,
        rows,
        "written_at",
        _("You have written %(most)d times below questions within a day. Please go on tomorrow."),
    )
