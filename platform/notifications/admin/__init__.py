"""What the secretariat sees of what leaves the house: mails, gathered mails, what people chose, what each was told."""

from notifications.admin import choices, digests, mails, notices

__all__ = ["choices", "digests", "mails", "notices"]
