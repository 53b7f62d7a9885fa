"""The kinds of what people are told, few enough to choose by: how soon the mail comes is said for each of them.

A kind follows from the word an activity is told as: the applicant hears what is decided about her, a decider what
waits for him. Where that word would mislead, the declaration names the kind (`core.announcing.recipients_of`).
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a notice is to its reader. All but the first are rows of the table in which she chooses."""

    ACCOUNT = "account", _("The safety of my account")
    ABOUT_ME = "about_me", _("What is decided about me, and who writes to me or names me")
    TASK = "task", _("What waits for me")
    MEETING = "meeting", _("Meetings I am invited to: dates, changes, reminders")
    DISCUSSION = "discussion", _("Discussions I follow")
    QUESTION = "question", _("Questions to scientists")
    LIBRARY = "library", _("Library and wiki")
    SEARCH = "search", _("Searches I have saved")
    NEWS = "news", _("News of rooms, task forces and organisations")


# Neither a muted room nor a room's own rhythm holds these back.
DIRECT = frozenset([Kind.ACCOUNT, Kind.ABOUT_ME])

# {the word something is told as: its kind}
KIND_OF_AUDIENCE = {
    **dict.fromkeys(
        [
            "actor",
            "adder",
            "answered",
            "applicant",
            "asker",
            "author",
            "candidate",
            "mentioned",
            "person",
            "quoted",
            "reporter",
            "starter",
            "writer",
        ],
        Kind.ABOUT_ME,
    ),
    **dict.fromkeys(
        [
            "decider",
            "expert",
            "focal_point",
            "leader",
            "manager",
            "moderator",
            "organisation",
            "owner",
            "reviewer",
            "secretariat",
        ],
        Kind.TASK,
    ),
    "invited": Kind.MEETING,
    "registered": Kind.MEETING,
    "follower": Kind.DISCUSSION,
}
