"""Rows of the permission matrix about works: who writes in a space adds; adder and moderators look after."""

import rules


@rules.predicate
def writes(user, space):
    """She writes in the space, now."""
    return space is not None and user.has_perm("spaces.post_space", space)


@rules.predicate
def added(user, work):
    """She added the work and still writes in its space."""
    return work is not None and user.is_authenticated and work.added_by_id == user.pk and writes(user, work.space)


@rules.predicate
def moderates(user, work):
    """She moderates the space the work lies in."""
    return work is not None and user.has_perm("spaces.moderate_space", work.space)


rules.add_perm("library.add_work", writes)
rules.add_perm("library.change_work", added | moderates)
rules.add_perm("library.withdraw_work", added | moderates)
# What a moderator has taken away is not put back by whoever brought it.
rules.add_perm("library.restore_work", moderates)
