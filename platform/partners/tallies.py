"""Numbers, kept as long as nothing changed: most readers open the same lists.

What is kept is found again by its own SQL, rights included, so nobody is answered with what another may see.
Whether something changed is told by the tables of history, into which triggers write every change.
"""

import time
from collections import OrderedDict

from django.core.exceptions import EmptyResultSet
from django.db import connection

KEPT_SECONDS = 30
MOST = 200

CHANGES = """
SELECT (SELECT max(pgh_id) FROM partners_partnerevent), (SELECT max(pgh_id) FROM partners_sheetevent),
       (SELECT max(pgh_id) FROM colleges_placementevent)
"""

_kept = OrderedDict()


def stamp_of(queryset, *more):
    """What is alike as long as `queryset` and `more` are, and nothing has changed; None where nothing is asked."""
    try:
        sql, params = queryset.query.sql_with_params()
    except EmptyResultSet:
        return None
    return connection.alias, sql, repr(params), more, last_change()


def kept(stamp, count):
    """`count()`: what it gave in the last half minute for the same stamp."""
    if stamp is None:
        return count()
    now = time.monotonic()
    result, at = _kept.get(stamp, (None, 0))
    if result is None or now - at > KEPT_SECONDS:
        result = count()
        _kept[stamp] = result, now
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return result


def last_change():
    """Numbers of the newest changes of organisations, sheets and placements."""
    with connection.cursor() as cursor:
        cursor.execute(CHANGES)
        return cursor.fetchone()
