"""What a web process reads before its first request."""

from django.db import connection, transaction

from config import warming
from practices import shelf
from tests.factories.practices import PracticeFactory
from tests.security.test_production_settings import run

LOADED = """
import django
from django.urls import get_resolver
django.setup()
get_resolver().url_patterns
from config import warming
print(warming._warmed)
"""


def test_process_begins_with_all_datasheets_at_hand(db, monkeypatch, django_assert_num_queries):
    PracticeFactory(status="published")
    monkeypatch.setattr(shelf, "_now", shelf.Shelf())
    warming.warm()
    with django_assert_num_queries(1):
        assert shelf.shelf().found


def test_process_begins_without_what_cannot_be_read(db, monkeypatch):
    read = []

    def broken():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM not_migrated_yet")

    monkeypatch.setattr(warming, "_warmed", [])
    warming.warmed(broken)
    warming.warmed(lambda: read.append("next"))
    warming.warm()
    assert read == ["next"]


def test_modules_of_pages_name_the_datasheets():
    result = run("-c", LOADED)
    assert "function shelf " in result.stdout, result.stderr
