"""Questions to the database in which nothing changes but the person and the moment, put together once.

Django puts a query together anew each time it is asked. For "where does she belong", with the rooms of every domain in
it, that takes ten milliseconds of every page, and the answer one. Here the SQL is kept for the life of the process.
"""

from datetime import date, datetime

from django.core.signals import setting_changed
from django.db.models.expressions import RawSQL
from django.utils import timezone


class Unchanging:
    """The SQL of the queryset `find()` gives; for `of`, `person_id` is one of its columns.

    `find` must depend on nothing: no reader, no language. Moments in it mean the moment of asking, days the reader's
    today. Where a setting is overridden, as tests do, it is put together anew.
    """

    def __init__(self, find):
        self.find, self._kept = find, None
        setting_changed.connect(self._forget)

    def of(self, person, column):
        """SQL for the values of `column` in the rows of `person`, now."""
        sql, params = self._sql()
        # PostgreSQL carries the person into every part of the query.
        return RawSQL(f"SELECT {column} FROM ({sql}) AS kept WHERE person_id = %s", (*params, person.pk))  # noqa: S608, S611

    def all(self, column):
        """SQL for the values of `column` in all rows, now."""
        sql, params = self._sql()
        return RawSQL(f"SELECT {column} FROM ({sql}) AS kept", params)  # noqa: S608, S611

    def _forget(self, **_about):
        self._kept = None

    def _sql(self):
        """(SQL, its parameters as of now)."""
        if self._kept is None:
            self._kept = self.find().query.sql_with_params()
        sql, params = self._kept
        now, today = timezone.now(), timezone.localdate()
        # A moment is a day, too: it is looked for first.
        kinds = ((datetime, now), (date, today))
        return sql, [next((value for kind, value in kinds if isinstance(each, kind)), each) for each in params]
