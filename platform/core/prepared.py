"""Statements whose plan the database keeps, because making it costs more than following it.

PostgreSQL thinks anew about each question it is asked. About the numbers in the header, which are asked of forty kinds
of things, it thinks for thirty milliseconds and then answers in four. What is prepared is thought about once on each
connection and then no more, until a table is counted anew. A pooler between must keep a session together.
"""

import re
from hashlib import sha256
from weakref import WeakKeyDictionary

from django.db import connection
from psycopg import sql

PLACE = re.compile("%[s%]")
# Left to itself, PostgreSQL compares what plans promise, not what making them takes, and makes one for whoever asks.
FOLLOWED = "SET plan_cache_mode = force_generic_plan; EXECUTE {}; SET plan_cache_mode = auto"
# A plan takes a connection two to three megabytes.
MOST = 8

# {connection: [names of its statements, the last used at the end]}: they live as long as it does, and no rollback takes
# them away.
_prepared = WeakKeyDictionary()


class Statement:
    """`text` with `params`. Those that have a type in the database, as `type_of` tells, are left `open` and given with
    each asking; all others stand in it as they are, so that the plan is as good as one that is made for them."""

    def __init__(self, text, params, type_of):
        self.open = [*dict.fromkeys(param for param in params if type_of(param))]
        left = iter(params)

        def written(place):
            if place[0] == "%%":
                return "%"
            param = next(left)
            if kind := type_of(param):
                return f"${self.open.index(param) + 1}::{kind}"
            return sql.Literal(param).as_string(connection.connection)

        self.text = PLACE.sub(written, text)
        self.name = f"kept_{sha256(self.text.encode()).hexdigest()[:40]}"

    def rows(self, values):
        """What is answered with `values` for what is `open`, in one query."""
        with connection.cursor() as cursor:
            self._prepare()
            given = f"({', '.join(['%s'] * len(values))})" if values else ""
            cursor.execute(FOLLOWED.format(f"{self.name}{given}"), values)
            cursor.set_result(-2)  # the last but one, whatever the log of history has put before
            return cursor.fetchall()

    def _prepare(self):
        names = _prepared.setdefault(connection.connection, [])
        if self.name in names:
            names.remove(self.name)
        else:
            self._tell(f"PREPARE {self.name} AS {self.text}")
        names.append(self.name)
        if len(names) > MOST:
            self._tell(f"DEALLOCATE {names.pop(0)}")

    @staticmethod
    def _tell(words):
        """As the driver's own: it is no question of the page that happens to be the first."""
        with connection.wrap_database_errors:
            connection.connection.execute(words)
