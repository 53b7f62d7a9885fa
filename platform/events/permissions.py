"""Rows of the permission matrix about meetings: who is invited speaks for herself and reads the join link.

Who plans and organises in which space is said by the domain whose space it is.
"""

import rules

from core.permissions import veto
from events.models import Meeting


@rules.predicate
def is_invited(user, meeting):
    """She is invited to the meeting, now."""
    return meeting is not None and user.is_authenticated and meeting.is_inviting_now(user)


@rules.predicate
def organises(user, meeting):
    """She organises the meeting, invited or not."""
    return meeting is not None and user.has_perm("events.organise_meeting", meeting)


@rules.predicate
def may_see(user, meeting):
    """The meeting is among those she may see, now."""
    return meeting is not None and Meeting.objects.visible_to(user).filter(pk=meeting.pk).exists()


@rules.predicate
def sees_to(user, decision):
    """The decision is hers to carry out."""
    return decision is not None and user.is_authenticated and decision.owner_id == user.pk


@rules.predicate
def organises_its_meeting(user, decision):
    """She organises the meeting that took the decision."""
    return decision is not None and user.has_perm("events.organise_meeting", decision.meeting)


rules.add_perm("events.answer_meeting", is_invited)
rules.add_perm("events.join_meeting", is_invited | organises)
rules.add_perm("events.complete_decision", sees_to | organises_its_meeting)

# Nobody says for somebody else whether she has time or comes.
veto("events.answer_meeting", ~is_invited)
