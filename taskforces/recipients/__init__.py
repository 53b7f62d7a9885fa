"""Who hears of what happens in task forces: one file per subject."""

from taskforces.recipients import applications, candidates, cycle, enquiries, register

__all__ = [
    "applications",
    "candidates",
    "cycle",
    "enquiries",
    "register",
]
