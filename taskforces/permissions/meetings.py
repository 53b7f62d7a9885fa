"""Rows of the permission matrix about meetings of a task force: its leader plans and organises them."""

import rules

from taskforces.permissions.applications import leads


@rules.predicate
def leads_here(user, space):
    """The space is that of a task force she leads; that of all leaders is led by none of them."""
    return space is not None and leads(user, getattr(space, "task_force", None))


@rules.predicate
def leads_where_it_is(user, meeting):
    """The meeting is one of a task force she leads."""
    return meeting is not None and leads_here(user, meeting.space)


rules.add_perm("events.plan_meeting", leads_here)
rules.add_perm("events.organise_meeting", leads_where_it_is)
