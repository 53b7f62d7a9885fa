"""Who belongs to which spaces, and who moderates them: what the domains say of their rooms, and memberships."""

from django.db import models

from spaces.models.membership import Membership
from spaces.rooms import rooms


def belonging(person, path="pk"):
    """Condition: `path` is a space `person` belongs to."""
    pairs = [room.members() for room in rooms()]
    return _among([*pairs, Membership.objects.in_force()], person, path)


def moderating(person, path="pk"):
    """Condition: `path` is a space `person` moderates."""
    pairs = [pairs for room in rooms() if (pairs := room.moderators()) is not None]
    return _among([*pairs, Membership.objects.in_force().moderators()], person, path)


def _among(all_pairs, person, path):
    condition = models.Q(pk__in=[])
    for pairs in all_pairs:
        condition |= models.Q(**{f"{path}__in": pairs.filter(person_id=person.pk).values("space_id")})
    return condition
