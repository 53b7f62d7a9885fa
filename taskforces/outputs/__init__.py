"""What the platform knows of a task force's outputs, see `core.outputs`: one file per subject."""

from taskforces.outputs import meetings, register, roster

__all__ = ["meetings", "register", "roster"]
