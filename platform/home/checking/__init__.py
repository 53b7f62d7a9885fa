"""Broken promises in the data: what the rows themselves say, whatever the code that wrote them believed.

A check is a function that yields one sentence for each row that breaks its promise. An `error` must never be found;
a `warning` is a state somebody has to look at.
"""

from home.checking import (
    candidates,
    events,
    meetings,
    organisations,
    plan,
    practices,
    practices_elsewhere,
    registers,
    rooms,
    seats,
    traces,
)
from home.checking.found import Finding, findings

__all__ = [
    "Finding",
    "candidates",
    "events",
    "findings",
    "meetings",
    "organisations",
    "plan",
    "practices",
    "practices_elsewhere",
    "registers",
    "rooms",
    "seats",
    "traces",
]
