"""All datasheets that everybody finds, as if on one shelf, the oldest first: each process knows which have which code.

A set of datasheets is one whole number: bit 5 tells whether the sixth on the shelf is among them. Narrowing a list is
`&`, and two hundred choices are counted for 100,000 sheets within five milliseconds, where a database that reads
so many rows takes half a second. Only words and distances are asked of the database, once a minute in each process.
"""

import re
import time
from array import array
from collections import OrderedDict, defaultdict
from datetime import timedelta
from itertools import islice
from threading import RLock

from django.db import connection
from django.utils import timezone

from config.warming import warmed
from practices.evidence import Level
from practices.facets import NAMES
from practices.models import Version
from practices.rows import rows_of

# So long what was looked for is not looked for again, as long as nothing is published, archived, restored or tagged.
KEPT_SECONDS = 60
MOST = 100
MOST_ROWS = 5000
# What is being written at this moment may bear an earlier moment and not be visible yet.
STILL_COMING = timedelta(minutes=5)
# So many are read in one query: no query of a page may take a second.
AT_ONCE = 1000

STATE = """
SELECT (SELECT max(id) FROM practices_version),
       (SELECT max(recoded_at) FROM practices_version WHERE recoded_at IS NOT NULL),
       (SELECT (count(*), sum(id))::text FROM practices_practice WHERE status = 'archived')
"""

CODES = """
SELECT split_part(code, ':', 1) AS name, split_part(code, ':', 2), array_agg(id)
  FROM practices_version, unnest(codes) AS code
 WHERE id = ANY(%s)
 GROUP BY code
HAVING split_part(code, ':', 1) = ANY(%s)
"""


class Shelf:
    """What everybody finds in one `state`: `found`, the set of all; `facets`, {name: {value: the set of those}}."""

    def __init__(self, state=None, before=None):
        """Empty, or with all that stood on the shelf `before`."""
        self.state, self.at, self.read_at = state, time.monotonic(), timezone.now()
        self.found, self._looked_for, self._rows = 0, OrderedDict(), {}
        # The keys of the versions by place, and their places by key. A place that was given is never given again.
        self.keys = before.keys if before else array("q")
        self.places = before.places if before else {}
        self.facets = {name: dict(before.facets[name]) if before else {} for name in NAMES}

    @property
    def is_old(self):
        return time.monotonic() - self.at > KEPT_SECONDS

    def looked_for(self, key, look):
        """`look()`, or what it gave for `key` before."""
        found = self._looked_for.get(key)
        if found is None:
            found = self._looked_for[key] = look()
            if len(self._looked_for) > MOST:
                self._looked_for.popitem(last=False)
        return found

    def rows(self, keys):
        """The Rows of the versions with these keys, in this order."""
        if len(self._rows) > MOST_ROWS:
            self._rows = {}
        known = self._rows
        if missing := [key for key in keys if key not in known]:
            known |= rows_of(missing)
        return [known[key] for key in keys if key in known]

    def set_of(self, keys):
        """The set of the versions with these keys."""
        return among([self.places[key] for key in keys if key in self.places])

    def by_place(self, pairs):
        """{place: …} of pairs that begin with the key of a version, in their order."""
        return {self.places[key]: value for key, value in pairs if key in self.places}

    @property
    def by_evidence(self):
        """The sets of all, the best founded first."""
        return [self.facets["evidence"].get(str(level.value), 0) for level in reversed(Level)]

    def renewed(self, state):
        """The shelf as it is now: what is new stands behind what was there before."""
        current = list(Version.objects.current().newest_first().values_list("pk", flat=True))[::-1]
        new = [key for key in current if key not in self.places]
        is_behind = new == current[len(current) - len(new) :]
        shelf = Shelf(state, before=self if is_behind else None)
        new = new if is_behind else current
        recoded = [key for key in recoded_since(self.read_at - STILL_COMING) if key in shelf.places]
        codes = codes_of([*new, *recoded])
        hidden = list(Version.objects.unlisted().order_by().values_list("pk", flat=True))
        # Places are shared with the shelf before: nothing is put up until all is read, for reading may fail.
        shelf._put_up(new)
        shelf._mark([*new, *recoded], codes)
        shelf.found = shelf.set_of(current) & ~shelf.set_of(hidden)
        return shelf

    def _put_up(self, keys):
        for key in keys:
            self.places[key] = len(self.keys)
            self.keys.append(key)

    def _mark(self, keys, codes):
        """Let these have these `codes`, whatever was known of them."""
        others = ~self.set_of(keys)
        for of_one in self.facets.values():
            for value in of_one:
                of_one[value] &= others
        for (name, value), having in codes.items():
            self.facets[name][value] = self.facets[name].get(value, 0) | self.set_of(having)


def codes_of(keys):
    """{(name, value): the keys of those versions among `keys` that have that code}."""
    codes = defaultdict(list)
    with connection.cursor() as cursor:
        for first in range(0, len(keys), AT_ONCE):
            cursor.execute(CODES, [keys[first : first + AT_ONCE], [*NAMES]])
            for name, value, having in cursor.fetchall():
                codes[name, value] += having
    return codes


def recoded_since(moment):
    """The keys of the versions whose codes were changed since."""
    return Version.objects.filter(recoded_at__gt=moment).order_by().values_list("pk", flat=True)


def among(places):
    """The set of these places."""
    if not places:
        return 0
    bits = bytearray((max(places) >> 3) + 1)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def newest_first(found, first, last):
    """The places in a set from the `first` to the `last`, those that were put up last before the others."""
    highest = found.bit_length() - 1
    return [highest - one.start() for one in islice(re.finditer("1", f"{found:b}"), first, last)]


def one_after_the_other(sets, first, last):
    """The same of several sets, those of each before those of the next."""
    for found in sets:
        yield from newest_first(found, first, last)
        number = found.bit_count()
        first, last = max(first - number, 0), last - number
        if last <= 0:
            return


_now, _one_by_one = Shelf(), RLock()


@warmed
def shelf():
    """The Shelf as it is now."""
    global _now
    state = state_of_all()
    # Threads that want the same wait for the first of them instead of doing its work beside it.
    with _one_by_one:
        if _now.state != state or _now.is_old:
            _now = _now.renewed(state)
        return _now


def forget():
    """Look for everything anew, but leave on the shelf what stands there."""
    _now._looked_for, _now._rows = OrderedDict(), {}


def state_of_all():
    """What changes with everything that is published, archived, brought back or tagged."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        return connection.alias, *cursor.fetchone()
