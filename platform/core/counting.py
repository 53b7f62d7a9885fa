"""Many counts in one query."""

from django.db.models import CharField, Count, DateTimeField, Min, QuerySet, Value
from django.db.models.functions import Cast


def numbers(**querysets):
    """{name: number of rows of its queryset}, in one query; of those that cannot have any nothing is asked."""
    return dict.fromkeys(querysets, 0) | dict(counting(**querysets))


def counting(**querysets):
    """The queryset of `numbers`: rows of a name and a number, none for what cannot have any."""
    return together([counted(name, rows) for name, rows in querysets.items() if not rows.query.is_empty()])


def numbers_and_oldest(**kinds):
    """{name: (how many, the oldest since when or None)}, in one query.

    A kind is (queryset, the field or annotation that says since when each row waits, or None).
    """
    parts = [counted(name, queryset, _oldest=oldest(moment)) for name, (queryset, moment) in kinds.items()]
    return dict.fromkeys(kinds, (0, None)) | {name: (number, since) for name, number, since in together(parts)}


def counted(name, queryset, **others):
    """One row: the name, the number of rows, and the aggregates `others`."""
    # A plain queryset: those of translated models give their columns in no order, and a union goes by the order.
    rows = QuerySet(queryset.model, queryset.order_by().query).annotate(_name=Value(name, CharField()))
    return rows.values("_name").annotate(_number=Count("pk"), **others).values_list("_name", "_number", *others)


def oldest(moment):
    """The first `moment` of all rows."""
    return Min(moment) if moment else Cast(Value(None), DateTimeField())


def together(parts):
    """The rows of all `parts`: a union costs half of what as many columns with subqueries would."""
    return parts[0].union(*parts[1:], all=True) if parts else []
