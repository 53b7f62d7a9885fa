"""Numbers, kept for a minute, as long as nothing is published, archived or brought back: most readers open the same
lists.

The numbers of the whole list, where it is so long that counting takes its time, are counted by a job and shared by all
processes: they may be some minutes old.
"""

import time
from collections import OrderedDict

from django.core.cache import cache
from django.db import connection

KEPT_SECONDS = 60
MOST = 500
# What takes longer to count is counted by a job, and shared.
LONG_SECONDS = 0.5
SHARED_AS = "practices.numbers"
SHARED_SECONDS = 3600

STATE = """
SELECT (SELECT max(id) FROM practices_version),
       (SELECT (count(*), sum(id))::text FROM practices_practice WHERE status = 'archived')
"""

_kept = OrderedDict()


def state_of_all():
    """What changes with everything that is published, archived or brought back."""
    with connection.cursor() as cursor:
        cursor.execute(STATE)
        return connection.alias, *cursor.fetchone()


def kept(state, key, count):
    """`count()`, or what it gave a moment ago for `key` in this state."""
    now = time.monotonic()
    numbers, known, at = _kept.get(key, (None, None, 0))
    if numbers is None or known != state or now - at > KEPT_SECONDS:
        numbers = count()
        _kept[key] = numbers, state, now
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return numbers


def shared(count):
    """What the job has counted last, where there is such; else `count()`."""
    numbers = cache.get(SHARED_AS)
    return share(count) if numbers is None else numbers


def share(count):
    """`count()`, for all processes if it takes long."""
    begin = time.monotonic()
    numbers = count()
    if time.monotonic() - begin > LONG_SECONDS:
        cache.set(SHARED_AS, numbers, SHARED_SECONDS)
    else:
        cache.delete(SHARED_AS)
    return numbers


def share_anew(count):
    """Every few minutes: count again what is shared."""
    if cache.get(SHARED_AS) is not None:
        share(count)
