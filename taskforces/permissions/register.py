"""Rows of the permission matrix about registers and gaps: partners read, seat holders write, leaders put in order."""

import rules

from core.permissions import veto
from taskforces.permissions.applications import has_a_seat, leads_its_task_force


@rules.predicate
def is_of_a_partner(user, _obj):
    """She belongs to a partner or member organisation now."""
    return user.is_authenticated and user.is_partner


@rules.predicate
def writes_in_its_register(user, obj):
    """She has a seat in the task force it belongs to."""
    return obj is not None and has_a_seat(user, obj.task_force)


@rules.predicate
def has_added(user, item):
    """She put the item into the register."""
    return item is not None and user.pk is not None and item.added_by_id == user.pk


@rules.predicate
def has_named(user, gap):
    """She named the gap."""
    return gap is not None and user.pk is not None and gap.named_by_id == user.pk


# Asked about a task force.
rules.add_perm("taskforces.read_register", has_a_seat | is_of_a_partner)
rules.add_perm("taskforces.add_registeritem", has_a_seat)
rules.add_perm("taskforces.name_gap", has_a_seat)

rules.add_perm("taskforces.change_registeritem", (has_added & writes_in_its_register) | leads_its_task_force)
rules.add_perm("taskforces.withdraw_registeritem", (has_added & writes_in_its_register) | leads_its_task_force)
rules.add_perm("taskforces.merge_registeritem", leads_its_task_force)
rules.add_perm("taskforces.support_gap", writes_in_its_register)
rules.add_perm("taskforces.settle_gap", (has_named & writes_in_its_register) | leads_its_task_force)

# Who says that she sees a gap too works in the task force, whatever else she may.
veto("taskforces.support_gap", ~writes_in_its_register)
