"""Rows of the permission matrix about spaces: whoever the audience lets in may see; partners write where they read."""

import rules

from partners.models import Affiliation
from spaces.models import Space


def standing(user, space):
    """`space` with what `user` is there, as its page has loaded it or asked now; None where she is not let in."""
    if space is None:
        return None
    if getattr(space, "standing_of", None) == user.pk and hasattr(space, "is_own"):
        return space
    return Space.objects.visible_to(user).with_standing_of(user).filter(pk=space.pk).first()


@rules.predicate
def is_let_in(user, space):
    """The space is among those she may see, now."""
    return space is not None and Space.objects.visible_to(user).filter(pk=space.pk).exists()


@rules.predicate
def writes(user, space):
    """She is let in, and belongs there or is of an organisation of the Initiative."""
    if not user.is_authenticated or not (found := standing(user, space)):
        return False
    return found.is_own or Affiliation.objects.in_force().filter(person=user).exists()


@rules.predicate
def moderates(user, space):
    """She moderates the space today: by her mandate, her seat or a membership."""
    return user.is_authenticated and bool(found := standing(user, space)) and found.is_moderated


@rules.predicate
def is_her_own(user, membership):
    """The membership is hers."""
    return membership is not None and membership.person_id == user.pk


rules.add_perm("spaces.enter_space", is_let_in)
rules.add_perm("spaces.post_space", writes)
rules.add_perm("spaces.moderate_space", moderates)
rules.add_perm("spaces.end_membership", is_her_own)
