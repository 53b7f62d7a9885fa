"""What the secretariat does with practices: one file per thing it works on."""

from practices.admin import assignments, provenance, sheets, versions, vocabularies

__all__ = ["assignments", "provenance", "sheets", "versions", "vocabularies"]
