"""How processes share the tests: file by file, so that what a file needs (a stage, a demo) is built once; and how they
share the making of their databases.

pytest-xdist's own `loadgroup` would do for the first, but pytest 9 no longer reads the names it gives.
"""

import fcntl
import os
from itertools import groupby
from pathlib import Path

from xdist.scheduler import LoadScopeScheduling

MODEL = "model_of_tests"


class FileScheduling(LoadScopeScheduling):
    """Hands out runs of tests of one file, in their order: a file whose tests stand in several places makes several."""

    scopes = None

    def _split_scope(self, nodeid):
        if self.scopes is None:
            self.scopes = dict(numbered(self.collection))
        return self.scopes[nodeid]


def numbered(collection):
    """Pairs of a test and the run of its file that it stands in."""
    runs = groupby(collection, key=lambda nodeid: nodeid.split("::")[0])
    for number, (file, nodeids) in enumerate(runs):
        for nodeid in nodeids:
            yield nodeid, f"{file} {number}"


def turn(item):
    """When its turn is: no database, rows that are rolled back, then rows that are kept, the longest first."""
    if not needs_database(item):
        return 0
    if not keeps_rows(item):
        return 1
    if item.path.parent.name == "journeys":
        return 2
    return 3 if item.get_closest_marker("browser") or item.get_closest_marker("drill") else 4


def needs_database(item):
    """Whether the test `item` asks for the database."""
    return bool(item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(item.fixturenames))


def keeps_rows(item):
    """Whether what the test `item` writes stays until somebody empties the tables."""
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


def copy_from_model():
    """Let the database of this process be a copy of the one with the official data, which the first process makes."""
    from django.db import connection

    with open(Path(os.environ["TEST_FOLDER"]) / "model.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until it is closed: the others wait
        with connection._nodb_cursor() as cursor:
            is_there = connection.creation._database_exists(cursor, MODEL)
        if not is_there:
            make_model(connection)
    connection.settings_dict["TEST"]["TEMPLATE"] = MODEL


def make_model(connection):
    """Make that database and leave it: nobody may be connected to what is copied."""
    from django.core.management import call_command

    name, test = connection.settings_dict["NAME"], connection.settings_dict["TEST"]
    own, test["NAME"] = test["NAME"], MODEL
    connection.creation.create_test_db(verbosity=0, serialize=False)
    call_command("load_reference", verbosity=0)
    connection.creation.destroy_test_db(name, verbosity=0, keepdb=True)
    connection.close_pool()
    test["NAME"] = own
