"""How soon what somebody is told comes as a mail."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.notice_kinds import DIRECT, Kind


class Rhythm(models.TextChoices):
    """When the mail of a notice leaves. Among her notices she finds it in any case."""

    AT_ONCE = "at_once", _("At once")
    DAILY = "daily", pgettext_lazy("mails", "Every day")
    WEEKLY = "weekly", pgettext_lazy("mails", "Every week")
    NEVER = "never", pgettext_lazy("mails", "Never")


class RoomRhythm(models.TextChoices):
    """The same for all that is told from one room, in place of what holds elsewhere. A muted room tells nothing."""

    DAILY = "daily", pgettext_lazy("mails", "Every day")
    WEEKLY = "weekly", pgettext_lazy("mails", "Every week")
    NEVER = "never", pgettext_lazy("mails", "Never")
    MUTED = "muted", pgettext_lazy("a room", "Muted")


# What holds until somebody chooses. What concerns her in person or waits for her comes at once; so do meetings, whose
# dates do not wait for the next digest. All else comes once a week.
DEFAULTS = {
    Kind.ABOUT_ME: Rhythm.AT_ONCE,
    Kind.TASK: Rhythm.AT_ONCE,
    Kind.MEETING: Rhythm.AT_ONCE,
    Kind.DISCUSSION: Rhythm.WEEKLY,
    Kind.QUESTION: Rhythm.WEEKLY,
    Kind.LIBRARY: Rhythm.WEEKLY,
    Kind.SEARCH: Rhythm.WEEKLY,
    Kind.NEWS: Rhythm.WEEKLY,
}

# Gathered in a mail, rather than a mail each.
GATHERED = (Rhythm.DAILY, Rhythm.WEEKLY)


def follows_room(kind):
    """Whether what a person has chosen for a room holds for notices of this kind."""
    return kind not in DIRECT
