"""Rows of the permission matrix about meetings of a task force: its leader and, for a region, who represents it."""

import rules

from taskforces.models import Seat
from taskforces.permissions.applications import leads, represents_a_region


@rules.predicate
def leads_here(user, space):
    """The space is that of a task force she leads; that of all leaders is led by none of them."""
    return space is not None and leads(user, getattr(space, "task_force", None))


@rules.predicate
def represents_here(user, space):
    """The space is that of a task force in which she represents a region: the view offers her no other."""
    return space is not None and represents_a_region(user, getattr(space, "task_force", None))


@rules.predicate
def leads_where_it_is(user, meeting):
    """The meeting is one of a task force she leads."""
    return meeting is not None and leads_here(user, meeting.space)


@rules.predicate
def represents_its_region(user, meeting):
    """The meeting is one of the region she represents in its task force, now."""
    if meeting is None or meeting.region_id is None or not user.is_authenticated:
        return False
    seats = Seat.objects.in_force().representatives().filter(person=user, region=meeting.region_id)
    return seats.filter(task_force__space=meeting.space_id).exists()


rules.add_perm("events.plan_meeting", leads_here | represents_here)
rules.add_perm("events.organise_meeting", leads_where_it_is | represents_its_region)
