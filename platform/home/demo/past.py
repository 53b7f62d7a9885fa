"""The past of the demo: verbs are called now, and what they wrote is moved to when it happened."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import cache

import pgtrigger
from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone

from accounts.secretariat import APPS
from core.models import Activity
from notifications.models import Notice

# The database's own hour, and what lies ahead of the moment.
NEVER_MOVED = (
    "closes_at",
    "deadline",
    "ends_at",
    "expires_at",
    "joining_closes_at",
    "joining_opens_at",
    "opens_at",
    "pgh_created_at",
    "registers_until",
    "starts_at",
)

# What pg_stat_xact_user_tables tells, without its joins to indexes: it is asked two thousand times.
WRITTEN = """
SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
"""


def days_ago(days):
    """The moment `days` days before now."""
    return timezone.now() - timedelta(days=days)


def in_year(year):
    """A morning in the spring of `year`."""
    return min(datetime(year, 4, 12, 9, 30, tzinfo=UTC), days_ago(60))


@contextmanager
def happening(moment):
    """What the block does happened at `moment`, and was announced at once.

    Activity is final and history is kept by triggers: they rest while the rows are moved, or the demo's past would
    be full of corrections.
    """
    began = timezone.now()
    with transaction.atomic():
        before = written()
        yield
        for pk in Activity.objects.unannounced().filter(created_at__gte=began).values_list("pk", flat=True):
            Notice.objects.announce(pk)
        touched = dict(written().items() - before.items())
        with pgtrigger.ignore():
            for model, names in moments():
                if model._meta.db_table in touched:
                    move(model, names, began, moment)


def written():
    """{table: how many of its rows this transaction has written so far}, by the database's own count."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN)
        return dict(cursor.fetchall())


def move(model, names, began, moment):
    """Whatever was written into the fields `names` since `began` was written at `moment`."""
    # By hand: this is done six thousand times, and putting it together anew took a tenth of telling the demo.
    new = {name: f"{name} >= act.began" for name in names}
    if hasattr(model, "pgh_tracked_model"):
        # The database's clock stands still within a transaction: what shows its hour was written in this one.
        new["pgh_created_at"] = "pgh_created_at = transaction_timestamp()"
    moved = ", ".join(f"{name} = CASE WHEN {is_new} THEN act.happened ELSE {name} END" for name, is_new in new.items())
    # The names are those of our own models.
    sql = (
        f"UPDATE {model._meta.db_table} SET {moved} "  # noqa: S608
        f"FROM (SELECT %s::timestamptz, %s::timestamptz) AS act (began, happened) WHERE {' OR '.join(new.values())}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [began, moment])


@cache
def moments():
    """[(model, names of its fields that hold a moment)] for all that the demo's verbs write."""
    found = []
    for label in APPS:
        for model in apps.get_app_config(label).get_models():
            names = [field.name for field in model._meta.fields if isinstance(field, models.DateTimeField)]
            found.append((model, [name for name in names if name not in NEVER_MOVED]))
    return [(model, names) for model, names in found if names]
