"""What this app holds of a person, handed to her or forgotten: one file per subject."""

from taskforces.personal_data import applications, candidates, cycle, enquiries, register

__all__ = [
    "applications",
    "candidates",
    "cycle",
    "enquiries",
    "register",
]
