"""What the secretariat does with practices: one file per thing it works on."""

from practices.admin import assignments, sheets, versions, vocabularies

__all__ = ["assignments", "sheets", "versions", "vocabularies"]
