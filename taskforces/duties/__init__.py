"""What waits for people in task forces, see `core.duties`: one file per subject."""

from taskforces.duties import applications, candidates, cycle, enquiries

__all__ = [
    "applications",
    "candidates",
    "cycle",
    "enquiries",
]
