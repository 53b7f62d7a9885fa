"""Rows of the permission matrix about meetings: who is invited speaks for herself and reads the join link.

Who plans and organises meetings in which space is said by the domain whose space it is; open events are announced and
looked after by those who moderate the room.
"""

import rules

from core.permissions import veto
from events.models import Event, Meeting


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


@rules.predicate
def moderates(user, space):
    """She moderates the space."""
    return space is not None and user.has_perm("spaces.moderate_space", space)


@rules.predicate
def moderates_its_space(user, event):
    """She moderates the space of the event."""
    return event is not None and moderates(user, event.space)


@rules.predicate
def reads(user, event):
    """The event is among those she may see, and she has an account."""
    if event is None or not user.is_authenticated:
        return False
    return Event.objects.visible_to(user).filter(pk=event.pk).exists()


@rules.predicate
def has_a_seat(user, event):
    """She is registered and not waiting, and may still enter the room."""
    return reads(user, event) and Event.objects.registered_by(user).filter(pk=event.pk).exists()


@rules.predicate
def is_her_own(user, registration):
    """The registration is hers."""
    return registration is not None and user.is_authenticated and registration.person_id == user.pk


@rules.predicate
def moderates_where_it_is(user, registration):
    """The registration is for an event of a space she moderates."""
    return registration is not None and moderates_its_space(user, registration.event)


@rules.predicate
def is_inside(user, meeting):
    """She belongs to the partners, to whom the agenda of outside meetings is open."""
    return meeting is not None and user.has_perm("partners.enter_hub")


rules.add_perm("events.plan_event", moderates)
rules.add_perm("events.organise_event", moderates_its_space)
rules.add_perm("events.register_event", reads)
rules.add_perm("events.join_event", has_a_seat | moderates_its_space)
rules.add_perm("events.withdraw_registration", is_her_own | moderates_where_it_is)
rules.add_perm("events.attend_outsidemeeting", is_inside)

rules.add_perm("events.answer_meeting", is_invited)
rules.add_perm("events.join_meeting", is_invited | organises)
rules.add_perm("events.complete_decision", sees_to | organises_its_meeting)

# Nobody says for somebody else whether she has time or comes.
veto("events.answer_meeting", ~is_invited)
