"""Who belongs to which spaces, and who moderates them: what the domains say of their rooms, and memberships."""

from django.db import models

from core.unchanging import Unchanging
from spaces.models.membership import Membership
from spaces.rooms import rooms


def belonging(person, path="pk"):
    """Condition: `path` is a space `person` belongs to."""
    return models.Q(**{f"{path}__in": _everybody_who_belongs.of(person, "space_id")})


def everybody_who_belongs():
    """The pairs of all rooms and of the memberships in one."""
    parts = [*(room.members() for room in rooms()), Membership.objects.in_force()]
    pairs = [part.order_by().values_list("space_id", "person_id") for part in parts]
    return pairs[0].union(*pairs[1:], all=True)


_everybody_who_belongs = Unchanging(everybody_who_belongs)


def moderating(person, path="pk"):
    """Condition: `path` is a space `person` moderates."""
    return models.Q(**{f"{path}__in": _everybody_who_moderates.of(person, "space_id")})


def everybody_who_moderates():
    """The pairs of all rooms that name somebody and of the memberships in one."""
    parts = [pairs for room in rooms() if (pairs := room.moderators()) is not None]
    parts.append(Membership.objects.in_force().moderators())
    pairs = [part.order_by().values_list("space_id", "person_id") for part in parts]
    return pairs[0].union(*pairs[1:], all=True)


_everybody_who_moderates = Unchanging(everybody_who_moderates)
