"""What changed in the data with each line of the log: before and after, for many lines in few questions."""

from collections import defaultdict
from itertools import islice
from types import SimpleNamespace

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery

from core.admin_export import TOGETHER
from core.admin_history import SAME_MOMENT, Names


def with_changes(activities, rows_of):
    """Each of `activities` with `stored_changes`, a list of Change; some hundred lines are asked for at once.

    `rows_of(model)` is the queryset by which the names of related objects are found.
    """
    activities = iter(activities)
    while together := list(islice(activities, TOGETHER)):
        find_changes(together, rows_of)
        yield from together


def find_changes(activities, rows_of):
    """Put `stored_changes` on each of the list `activities`: two questions for each table that is told of."""
    by_kind = defaultdict(list)
    for activity in activities:
        activity.stored_changes = []
        by_kind[activity.content_type_id].append(activity)
    for kind, together in by_kind.items():
        model = ContentType.objects.get_for_id(kind).model_class()
        for events in set(getattr(model, "pgh_event_models", {}).values()):
            match(together, changed_rows(events, together), named(model, rows_of))


def changed_rows(events, activities):
    """The stored rows of `events` that were written when these activities happened, each with the one before it."""
    moments = [activity.created_at for activity in activities]
    keys = {activity.object_id for activity in activities}
    earlier = events.objects.filter(pgh_obj_id=OuterRef("pgh_obj_id"), pgh_id__lt=OuterRef("pgh_id"))
    found = list(
        events.objects.filter(
            pgh_obj_id__in=keys, pgh_created_at__range=(min(moments) - SAME_MOMENT, max(moments) + SAME_MOMENT)
        )
        .annotate(earlier=Subquery(earlier.order_by("-pgh_id").values("pgh_id")[:1]))
        .select_related("pgh_context")
        .order_by("pgh_id")
    )
    # Only what happened with one of them counts: between two lines of one object there may be many others.
    found = [row for row in found if any(is_of(row, activity) for activity in activities)]
    before = events.objects.in_bulk([row.earlier for row in found if row.earlier])
    return [(row, before.get(row.earlier)) for row in found]


def is_of(row, activity):
    """Whether the stored row belongs to what `activity` tells: the same object, person and moment."""
    context = row.pgh_context.metadata if row.pgh_context else {}
    return (
        row.pgh_obj_id == activity.object_id
        and abs(row.pgh_created_at - activity.created_at) <= SAME_MOMENT
        and context.get("user") in (None, activity.actor_id)
    )


def match(activities, rows, names):
    """Hand the changes of `rows` to the activities they belong to."""
    events = [as_event(row, before, names) for row, before in rows]
    names.load(events)
    for (row, _before), event in zip(rows, events, strict=True):
        changes = names.changes(event)
        for activity in activities:
            if is_of(row, activity):
                activity.stored_changes += changes


def as_event(row, before, names):
    """A stored row as `Names` reads it: all that was written, or what differs from before."""
    now = {column: getattr(row, stored.attname) for column, stored in names.fields.items() if holds(row, stored)}
    diff = None
    if row.pgh_label == "update" and before:
        was = {column: getattr(before, names.fields[column].attname) for column in now}
        diff = {column: (was[column], value) for column, value in now.items() if was[column] != value}
    return SimpleNamespace(pgh_label=row.pgh_label, pgh_data=now, pgh_diff=diff)


def holds(row, stored):
    """Whether the history keeps this field: words of people it does not."""
    return stored.attname in {field.attname for field in row._meta.concrete_fields}


def named(model, rows_of):
    """The Names of `model` that find the names of related objects all at once."""

    class Together(Names):
        def load(self, events):
            """What the related objects of these events are called, one question for each field."""
            wanted = defaultdict(set)
            for event in events:
                values = event.pgh_diff or {column: (None, value) for column, value in event.pgh_data.items()}
                for column, pair in values.items():
                    if self.fields[column].is_relation:
                        wanted[column] |= {value for value in pair if value is not None}
            for column, keys in wanted.items():
                rows = rows_of(self.fields[column].related_model).filter(pk__in=keys)
                self.related |= {(column, row.pk): str(row) for row in rows}

        def related_name(self, stored, value):
            return self.related.get((stored.column, value), f"#{value}")

    return Together(model)
