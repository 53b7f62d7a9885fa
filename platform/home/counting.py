"""Many counts in one query."""

from django.db.models import CharField, Count, DateTimeField, IntegerField, Min, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce


def number_of(queryset):
    """The number of rows of `queryset`, as a column of another query."""
    counted = queryset.order_by().annotate(_all=Value(1)).values("_all").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def numbers_and_oldest(**kinds):
    """{name: (how many, the oldest since when or None)}, in one query.

    A kind is (queryset, the field or annotation that says since when each row waits, or None).
    """
    first, *others = [counted(name, queryset, moment) for name, (queryset, moment) in kinds.items()]
    found = first.union(*others, all=True)
    return dict.fromkeys(kinds, (0, None)) | {kind: (number, oldest) for kind, number, oldest in found}


def counted(kind, queryset, moment):
    """One row: the name of the kind, the number, the oldest moment."""
    # A plain queryset: those of translated models give their columns in no order, and a union goes by the order.
    rows = QuerySet(queryset.model, queryset.order_by().query).annotate(_kind=Value(kind, CharField()))
    oldest = Min(moment) if moment else Cast(Value(None), DateTimeField())
    rows = rows.values("_kind").annotate(_number=Count("pk"), _oldest=oldest)
    return rows.values_list("_kind", "_number", "_oldest")
