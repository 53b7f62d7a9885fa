"""What the secretariat does with task forces: one file per thing it works on."""

from taskforces.admin import applications, candidates, cycle, enquiries, joining_forms, register, task_forces

__all__ = [
    "applications",
    "candidates",
    "cycle",
    "enquiries",
    "joining_forms",
    "register",
    "task_forces",
]
