"""What people of a college have to carry out."""

from datetime import datetime, time, timedelta
from functools import reduce
from operator import or_

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from colleges.models import Action
from colleges.rooms import room_of_college
from core.duties import Duty, waits
from spaces.models import Membership


@waits("colleges.action")
def actions_to_carry_out(user):
    """Her own, still to be done, of colleges she belongs to now: there she says how it stands.

    Every page counts them: asking whether she may enter any space at all would cost five times as much.
    """
    pairs = [room_of_college.members(), Membership.objects.in_force()]
    here = reduce(or_, (Q(college__space__in=of.filter(person_id=user.pk).values("space_id")) for of in pairs))
    return Action.objects.open().filter(here, owner=user).select_related("college")


@actions_to_carry_out.told
def carry_out(action):
    about = f"{action.title.rstrip('.')} · {action.college.short}"
    return Duty(_("Carry out an action"), about, action.created_at, action.get_absolute_url(), end_of(action))


def end_of(action):
    """The last moment of its day where the reader lives, or None."""
    if action.due_on is None:
        return None
    return timezone.make_aware(datetime.combine(action.due_on, time.max) - timedelta(microseconds=999999))
