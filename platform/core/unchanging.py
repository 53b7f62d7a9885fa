"""Questions to the database in which nothing changes but the person and the moment, put together once.

Django puts a query together anew each time it is asked. For "where does she belong", with the rooms of every domain in
it, that takes ten milliseconds of every page, and the answer one. Here the SQL is kept for the life of the process.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.core.signals import setting_changed
from django.db.models.expressions import RawSQL
from django.utils import timezone


class Said(str):
    """Stands in a question for words that are known when it is asked, by this name."""

    __slots__ = ()


_parts = ContextVar("parts", default=None)


@contextmanager
def told_once():
    """What is put together in this block names its unchanging parts instead of repeating them: PostgreSQL, too, thinks
    about each of them once. Whoever opens it puts them before the whole: {…: (name, SQL, parameters)}."""
    token = _parts.set({})
    try:
        yield _parts.get()
    finally:
        _parts.reset(token)


@contextmanager
def told_in_full():
    """Within such a block: what stands or is asked by itself, and cannot refer to what is put before something else."""
    token = _parts.set(None)
    try:
        yield
    finally:
        _parts.reset(token)


class Part(RawSQL):
    """An unchanging part of a question, `about` somebody or some words."""

    def __init__(self, sql, params, about=None):
        super().__init__(sql, params)
        self.about = about

    def as_sql(self, compiler, connection):
        parts = _parts.get()
        if parts is None:
            return super().as_sql(compiler, connection)
        # Moments in the parameters are those of asking, a hair apart: they are no other part.
        name, _sql, _params = parts.setdefault((self.sql, self.about), (f"part_{len(parts)}", self.sql, self.params))
        return f"(SELECT * FROM {name})", ()  # noqa: S608


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
        return Part(f"SELECT {column} FROM ({sql}) AS kept WHERE person_id = %s", (*params, person.pk), person.pk)  # noqa: S608

    def all(self, column, **words):
        """SQL for the values of `column` in all rows, now; `words` take the places of what is `Said` in them."""
        sql, params = self._sql(words)
        return Part(f"SELECT {column} FROM ({sql}) AS kept", params, tuple(words.values()))  # noqa: S608

    def _forget(self, **_about):
        self._kept = None

    def _sql(self, words=None):
        """(SQL, its parameters as of now, with these words)."""
        if self._kept is None:
            with told_in_full():
                self._kept = self.find().query.sql_with_params()
        sql, params = self._kept
        now, today = timezone.now(), timezone.localdate()
        return sql, [filled(each, words, now, today) for each in params]


def filled(each, words, now, today):
    """A parameter as of now. A moment is a day, too: it is looked for first."""
    if isinstance(each, Said):
        return words[each]
    if isinstance(each, datetime):
        return now
    return today if isinstance(each, date) else each
