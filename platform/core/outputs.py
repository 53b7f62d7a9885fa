"""Outputs of the implementation cycle that the platform can tell by itself: each app declares what it knows of.

    @tells_output("leader-nominated")
    def leader_nominated():
        return Exists(Seat.objects.in_force().leaders().filter(task_force=OuterRef("pk")))

The function gives an SQL expression over task forces: a condition, true when the output is there, or an array of the
names of what is still missing, empty when nothing is. All of them are asked in one query, for one task force or 24.
The key is the code of an `Output`; an output without such a function is attested by the leader.
"""

from django.contrib.postgres.fields import ArrayField
from django.db.models import Q, Value
from django.db.models.lookups import Exact

_tellers = {}


def tells_output(code):
    """Declare the function that tells the output `code`, asked anew each time: names follow the reader's language."""

    def register(function):
        if code in _tellers:
            raise ValueError(f"Two functions tell the output {code}.")
        _tellers[code] = function
        return function

    return register


def is_told(code):
    """Whether the platform can tell the output `code` by itself."""
    return code in _tellers


def told_codes():
    """The codes of all outputs the platform tells by itself."""
    return list(_tellers)


def told_outputs():
    """{name of the annotation: expression} for a QuerySet of task forces."""
    return {annotation(code): teller() for code, teller in _tellers.items()}


def annotation(code):
    """The name under which the output `code` stands on a task force: "told_leader_nominated"."""
    return f"told_{code.replace('-', '_')}"


def told(task_force, code):
    """(whether it is there, names of what is missing) of a task force annotated with `told_outputs()`."""
    value = getattr(task_force, annotation(code))
    return (bool(value), []) if isinstance(value, bool) else (not value, list(value))


def is_there(code):
    """Condition on task forces: the output `code` is there."""
    expression = _tellers[code]()
    if isinstance(expression.output_field, ArrayField):
        return Q(Exact(expression, Value([], expression.output_field)))
    return Q(expression)
