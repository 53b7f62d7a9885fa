"""Rows of the permission matrix about task forces: one file per subject."""

from taskforces.permissions import applications, candidates, cycle, enquiries, joining_forms, meetings, register

__all__ = [
    "applications",
    "candidates",
    "cycle",
    "enquiries",
    "joining_forms",
    "meetings",
    "register",
]
