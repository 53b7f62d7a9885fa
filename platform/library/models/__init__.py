"""Works, the versions in which they can be read, and how often they were downloaded."""

from library.models.download import Download
from library.models.version import Version
from library.models.work import Work

__all__ = ["Download", "Version", "Work"]
