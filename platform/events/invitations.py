"""Who is invited to a meeting of which kind: each domain says it for its own spaces.

    @invites("planning")
    def leading(): return pairs of (space_id, person_id)

As with members of spaces, pairs answer both questions: to which meetings somebody is invited, and who
is invited to one. Pairs `by_region` have a third column, `home_region`: to a meeting of one region only its people
are invited.
"""

from django.db import models

from core.unchanging import Unchanging

_kinds = {}


def invites(kind, *, by_region=False):
    """Declare the function without arguments that gives the pairs of those invited to meetings of `kind`."""

    def register(function):
        spaces = Unchanging(lambda: function().order_by().values_list("space_id", "person_id"))
        _kinds.setdefault(kind, []).append((function, spaces, by_region))
        return function

    return register


def invited_to(person, prefix=""):
    """Condition: a meeting (reached by `prefix`) to which `person` is invited now."""
    condition = models.Q(pk__in=[])
    for kind, declared in _kinds.items():
        for pairs, spaces, by_region in declared:
            hers = spaces.of(person, "space_id")
            invited = models.Q(**{f"{prefix}kind": kind, f"{prefix}space__in": hers})
            if by_region:
                at_home = pairs().filter(
                    person=person,
                    space_id=models.OuterRef(f"{prefix}space"),
                    home_region=models.OuterRef(f"{prefix}region"),
                )
                invited &= models.Q(**{f"{prefix}region": None}) | models.Q(models.Exists(at_home))
            condition |= invited
    return condition


def people_invited(meeting):
    """Condition on people: those invited to `meeting` now."""
    condition = models.Q(pk__in=[])
    for pairs, _spaces, by_region in _kinds.get(meeting.kind, ()):
        found = pairs().filter(space_id=meeting.space_id)
        if by_region and meeting.region_id:
            found = found.filter(home_region=meeting.region_id)
        condition |= models.Q(pk__in=found.values("person_id"))
    return condition
