"""What the secretariat sees of what leaves the house: mails, and weekly digests."""

from notifications.admin import digests, mails

__all__ = ["digests", "mails"]
