"""Which gaps of a task force an idea may answer."""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from taskforces.models import Gap


def answerable_gaps(task_force, user, *, besides=None):
    """Open gaps of `task_force` that `user` may see, and the one that the idea answers already, by its key."""
    gaps = Gap.objects.visible_to(user).filter(task_force=task_force)
    return gaps.filter(Q(status=Gap.Status.OPEN) | Q(pk=besides)).order_by("-created_at", "-pk")


def require_answerable(gap, task_force, *, by):
    """Raise ValidationError unless `gap` is open, of `task_force`, and seen by `by`; until the end it stays open."""
    found = answerable_gaps(task_force, by).filter(pk=gap.pk).select_for_update(of=("self",), no_key=True)
    if not found.first():
        raise ValidationError({"gap": _("This gap is not open in this task force. Choose another one, or none.")})
