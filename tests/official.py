"""The official data, put back by copying: for tests that commit, after others that have emptied the database.

Emptying two hundred tables that hold little is quicker by DELETE than by TRUNCATE, which makes new files for each table
and each index; and rows that were loaded once are quicker copied than loaded.
"""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations

from tests.kept import forget_questions

# Neither triggers nor foreign keys: what is put back has been judged, and has its history, already.
QUIETLY = "SET LOCAL session_replication_role = replica"
COLUMNS = """
SELECT table_name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position)
FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER' GROUP BY table_name
"""


def emptying(operations, style, tables, *, reset_sequences=False, allow_cascade=False):
    """The statements of Django's `flush`; numbers go on where they were."""
    assert not reset_sequences, "Nothing here needs that numbers begin anew."
    return [QUIETLY, *(f"DELETE FROM {operations.quote_name(table)}" for table in tables)]  # noqa: S608


class Official:
    """What `load_reference` brings, without the gazetteer of cities."""

    def __init__(self):
        self.kept = {}

    def put_back(self):
        """The official data and nothing else."""
        options = {"reset_sequences": False, "inhibit_post_migrate": bool(self.kept)}
        call_command("flush", interactive=False, verbosity=0, **options)
        if self.kept:
            self._copy_back()
        else:
            call_command("load_reference", no_places=True, verbosity=0)
            self._keep()
            forget_questions()

    def _keep(self):
        with connection.cursor() as cursor:
            cursor.execute(COLUMNS)
            columns = dict(cursor.fetchall())
            cursor.execute("DROP SCHEMA IF EXISTS kept CASCADE")
            cursor.execute("CREATE SCHEMA kept")
            for table in connection.introspection.django_table_names(only_existing=True, include_views=False):
                cursor.execute(f"CREATE TABLE kept.{table} AS SELECT {columns[table]} FROM {table}")  # noqa: S608
                if cursor.rowcount:
                    self.kept[table] = columns[table]

    def _copy_back(self):
        copying = [
            f"INSERT INTO {table} ({columns}) SELECT * FROM kept.{table}"  # noqa: S608
            for table, columns in self.kept.items()
        ]
        connection.ops.execute_sql_flush([QUIETLY, *copying])
        ContentType.objects.clear_cache()


@pytest.fixture(scope="session")
def official():
    return Official()


@pytest.fixture(scope="session", autouse=True)
def emptied_quickly():
    """Tables are emptied as said above."""
    DatabaseOperations.sql_flush = emptying
