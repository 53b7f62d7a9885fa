"""Meetings and open events in one order, page by page: without date, to come, over."""

from django.db.models import Case, DateTimeField, F, Q, SmallIntegerField, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.models import Event, Meeting
from events.models.finding import ends

COLUMNS = ("is_event", "pk", "agenda_rank", "next_at", "newest_at")


def placed(rows, *, is_event, is_proposed, is_to_come, latest):
    """Bare rows of `COLUMNS`: rank 0 has no date yet, 1 comes (the next first), 2 is over (the newest first)."""
    rank = Case(When(is_proposed, then=0), When(is_to_come, then=1), default=2, output_field=SmallIntegerField())
    next_at = Case(When(agenda_rank=1, then=F("starts_at")), output_field=DateTimeField())
    rows = rows.order_by().annotate(is_event=Value(is_event), agenda_rank=rank)
    return rows.annotate(next_at=next_at, newest_at=latest).values_list(*COLUMNS)


class Agenda:
    """`meetings` and `events` as `reader` sees them, counted and cut like a list: one query, and one for each kind."""

    def __init__(self, meetings, events, *, reader):
        self.meetings, self.events, self.reader = meetings, events, reader

    @property
    def rows(self):
        """The keys of all, in order."""
        now, Status = timezone.now(), Meeting.Status
        meetings = placed(
            self.meetings.annotate(agenda_ends=ends()),
            is_event=False,
            is_proposed=Q(status=Status.PROPOSED),
            is_to_come=Q(status=Status.FIXED, agenda_ends__gt=now),
            latest=Coalesce("starts_at", "cancelled_at", "created_at"),
        )
        events = placed(
            self.events,
            is_event=True,
            is_proposed=Q(pk__in=[]),
            is_to_come=Q(status=Event.Status.PLANNED, ends_at__gt=now),
            latest=F("starts_at"),
        )
        return meetings.union(events, all=True).order_by("agenda_rank", "next_at", "-newest_at", "is_event", "-pk")

    def count(self):
        """How many there are."""
        return self.meetings.order_by().count() + self.events.order_by().count()

    def __getitem__(self, wanted):
        """The meetings and events of a slice, each with its `rank` and whether it `is_event`."""
        rows = list(self.rows[wanted])
        meetings = self.meetings.with_space().with_standing_of(self.reader)
        events = self.events.with_space().with_numbers().with_standing_of(self.reader)
        found = {
            (is_event, each.pk): each
            for is_event, shown in ((False, meetings), (True, events))
            for each in shown.filter(pk__in=[pk for kind, pk, *_rest in rows if kind is is_event])
        }
        for is_event, pk, rank, *_rest in rows:
            if (is_event, pk) in found:
                found[is_event, pk].is_event, found[is_event, pk].rank = is_event, rank
        return [found[is_event, pk] for is_event, pk, *_rest in rows if (is_event, pk) in found]
