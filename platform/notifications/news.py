"""What a gathered mail tells of notices: one item for each thing they are about, the newest first."""

from django.utils.functional import cached_property

from notifications.models.notice import Notice
from notifications.models.rhythm import Rhythm, RoomRhythm
from notifications.rooms import subject_of
from spaces.rooms import follows

# More than anybody reads in a mail; the page has the rest.
MOST = 15
# So many different things are told of one object; the rest is counted.
LINES = 3
# Whoever has been away for months is not asked about each of a thousand notices.
LOOKED_AT = 200


class Item:
    """What happened to one object: the notices about it, the newest first."""

    def __init__(self):
        self.notices = []

    @property
    def newest(self):
        return self.notices[0]

    @property
    def titles(self):
        """What its lines say, in the active language. The same words are not repeated."""
        titles = (" ".join(notice.wording.title.split()) for notice in self.notices)
        return list(dict.fromkeys(titles))[:LINES]

    @property
    def number(self):
        """How many notices it gathers."""
        return len(self.notices)


class News:
    """The notices of a digest that are still worth telling when it leaves."""

    def __init__(self, digest):
        self.digest, self.person = digest, digest.person

    @cached_property
    def rooms(self):
        """{space id: what she has chosen for it}."""
        return dict(self.person.room_choices.values_list("space_id", "rhythm"))

    def is_wanted(self, notice):
        """Whether she has not stopped or muted it since."""
        rhythm = self.digest.setting.rhythm(notice.told_kind, self.rooms.get(notice.space_id, ""))
        return rhythm not in (Rhythm.NEVER, RoomRhythm.MUTED)

    @cached_property
    def notices(self):
        """What she has not read meanwhile, the newest first; one more than is looked at."""
        paths = ["space", *(f"space__{path}" for path in follows())]
        unread = Notice.objects.filter(digest=self.digest).unread().with_activity().select_related(*paths)
        return list(unread[: LOOKED_AT + 1])

    @property
    def items(self):
        """The items of the mail; all notices about an object stand where its newest one does."""
        return self._gathered[0]

    @property
    def has_more(self):
        """Whether there is more than the mail tells."""
        return self._gathered[1]

    @cached_property
    def _gathered(self):
        items = {}
        for notice in self.notices[:LOOKED_AT]:
            if not self.is_wanted(notice) or not notice.is_still_meant:
                continue
            subject = subject_of(notice.activity.object)
            key = (type(subject), subject.pk)
            if key not in items and len(items) == MOST:
                return list(items.values()), True
            items.setdefault(key, Item()).notices.append(notice)
        return list(items.values()), len(self.notices) > LOOKED_AT
