"""Questions to the database that many people ask in the same way, put together once for all who are alike.

Django puts a query together anew each time it is asked. For a search over all kinds of things, or for the numbers in
the header, that takes a tenth of a second, and for all readers the same comes of it but for who she is, which moment it
is, and what was typed. Here the SQL is kept for the life of the process, and these are filled in.

Who may see what is asked as ever, by `visible_to(reader)`: with a `Reader` in place of the person, who answers as she
does and remembers what was asked of her. The SQL serves whoever gives the same answers, and each is asked anew.
"""

from collections import OrderedDict
from itertools import chain
from threading import Lock

from django.core.exceptions import EmptyResultSet
from django.core.signals import setting_changed
from django.db import connection
from django.utils import timezone
from django.utils.translation import get_language

from core.unchanging import told_in_full, told_once
from core.wording import ANYBODY, Wording, asked_of

# Of each question so many shapes are kept, the newest: one for each language and form, for all kinds of readers.
MOST = 100

# A setting that each test with a browser overrides.
IN_NO_QUESTION = "ALLOWED_HOSTS"


class Reader:
    """Somebody for whom a question is put together. It knows nothing of `person` but what is asked here."""

    pk = id = ANYBODY

    def __init__(self, person):
        self._person, self.answers = person, {}

    def __int__(self):
        return ANYBODY

    def has_perm(self, perm):
        return self._answer("has_perm", perm)

    @property
    def is_authenticated(self):
        return self._answer("is_authenticated")

    @property
    def is_staff(self):
        return self._answer("is_staff")

    def _answer(self, *question):
        with told_in_full():
            self.answers[question] = answer = asked_of(self._person, *question)
        return answer


class Repeated:
    """The question that `compose(reader, *form)` puts together: a queryset of tuples, often a union.

    It must depend on nothing but what is asked of the reader, `form`, language and time zone. Words that are typed are
    `Said` in it, moments count from now and days from the reader's today. Where a setting is overridden, as tests do,
    it is put together anew.
    """

    # Whether the database keeps its plan, too: where nothing is typed, one plan is good for all.
    keeps_plan = False

    def __init__(self, compose):
        self.compose, self._kept, self._one_by_one = compose, OrderedDict(), Lock()
        setting_changed.connect(self._forget)

    def rows(self, person, *form, words=None, also=None):
        """What `person` is answered now, in one query: `words` by their names; `also`, a queryset, stands behind."""
        wording = self._wording(person, form)
        if self.keeps_plan and wording.sql and also is None:
            return wording.planned_rows(person, words)
        several = [(wording.sql, wording.filled(person, words))] if wording.sql else []
        if also is not None:
            several.append(also.query.sql_with_params())
        if not several:
            return []
        with connection.cursor() as cursor:
            sql = " UNION ALL ".join(f"({sql})" for sql, _params in several)
            cursor.execute(sql, [*chain(*(params for _sql, params in several))])
            return cursor.fetchall()

    def _forget(self, setting, **_about):
        if setting != IN_NO_QUESTION:
            self._kept.clear()

    def _wording(self, person, form):
        key = (form, get_language(), timezone.get_current_timezone_name())
        if wording := self._known(key, person):
            return wording
        # Threads that want the same wait for the first of them instead of doing its work beside it.
        with self._one_by_one:
            if wording := self._known(key, person):
                return wording
            wording = self._put_together(person, form)
            self._kept[key] = (wording, *self._kept.get(key, ()))
            if len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return wording

    def _known(self, key, person):
        return next((each for each in self._kept.get(key, ()) if each.fits(person)), None)

    def _put_together(self, person, form):
        reader = Reader(person)
        moment, day = timezone.now(), timezone.localdate()
        with told_once() as parts:
            try:
                sql, params = self.compose(reader, *form).query.sql_with_params()
            except EmptyResultSet:
                return Wording(reader.answers)
        if parts:
            named = ", ".join(f"{name} AS MATERIALIZED ({part})" for name, part, _params in parts.values())
            sql, params = f"WITH {named} {sql}", [*chain(*(its for _name, _part, its in parts.values())), *params]
        if any(str(ANYBODY) in repr(each) for each in (sql, *params) if each != ANYBODY):
            raise ValueError("The key of whoever asks stands within something else, where it cannot be filled in.")
        return Wording(reader.answers, sql, params, moment=moment, day=day)


class Planned(Repeated):
    """A question whose plan, too, is kept: of so many parts that thinking about it takes longer than answering."""

    keeps_plan = True
