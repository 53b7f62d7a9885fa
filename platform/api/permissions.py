"""Rows of the permission matrix about open data: it is everybody's; a key is hers who made it."""

import rules


@rules.predicate
def holds(user, key):
    """She has made this key."""
    return key is not None and key.person_id == user.pk


rules.add_perm("api.revoke_key", holds)
