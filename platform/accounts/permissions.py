"""Rows of the permission matrix about people's accounts."""

import rules


@rules.predicate
def is_oneself(user, person):
    """She asks about her own account."""
    return person is not None and user.pk == person.pk


rules.add_perm("accounts.erase_user", is_oneself)
rules.add_perm("accounts.export_user", is_oneself)
