"""Rows of the permission matrix about notices: each person reads her own."""

import rules


@rules.predicate
def is_recipient(user, notice):
    """The notice is hers."""
    return notice is not None and notice.recipient_id == user.pk


rules.add_perm("notifications.open_notice", is_recipient)
