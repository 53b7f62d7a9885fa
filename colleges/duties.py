"""What people of a college have to carry out."""

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleges.models import Action
from core.duties import Duty, waits


@waits("colleges.action")
def actions_to_carry_out(user):
    """Her own, still to be done, of colleges whose space she may enter: there she says how it stands."""
    return Action.objects.visible_to(user).open().filter(owner=user).select_related("college")


@actions_to_carry_out.told
def carry_out(action):
    about = f"{action.title.rstrip('.')} · {action.college.short}"
    return Duty(_("Carry out an action"), about, action.created_at, action.get_absolute_url(), end_of(action))


def end_of(action):
    """The last moment of its day where the reader lives, or None."""
    if action.due_on is None:
        return None
    return timezone.make_aware(datetime.combine(action.due_on, time.max) - timedelta(microseconds=999999))
