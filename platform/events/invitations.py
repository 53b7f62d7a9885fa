"""Who is invited to a meeting of which kind: each domain says it for its own spaces.

    @invites("planning")
    def leading(): return pairs of (space_id, person_id)

As with members of spaces, pairs answer both questions: to which meetings somebody is invited, and who
is invited to one.
"""

from django.db import models

_kinds = {}


def invites(kind):
    """Declare the function without arguments that gives the pairs of those invited to meetings of `kind`."""

    def register(function):
        _kinds.setdefault(kind, []).append(function)
        return function

    return register


def invited_to(person, prefix=""):
    """Condition: a meeting (reached by `prefix`) to which `person` is invited now."""
    condition = models.Q(pk__in=[])
    for kind, declared in _kinds.items():
        for pairs in declared:
            spaces = pairs().filter(person=person).values("space_id")
            condition |= models.Q(**{f"{prefix}kind": kind, f"{prefix}space__in": spaces})
    return condition


def people_invited(kind, space_id):
    """Condition on people: those invited now to meetings of `kind` in a space."""
    condition = models.Q(pk__in=[])
    for pairs in _kinds.get(kind, ()):
        condition |= models.Q(pk__in=pairs().filter(space_id=space_id).values("person_id"))
    return condition
