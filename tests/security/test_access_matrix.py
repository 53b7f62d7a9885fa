"""The table of access (the folder `access`): complete, and true. Each of its answers is read as a browser would, and by
somebody who looks for what is hidden from her (secrets.py)."""

import re
from collections import Counter

import pytest
from django.apps import apps
from django.db import connection, transaction

from tests.core.floors import FLOORS
from tests.security.access import AGAIN, LOGIN, ROWS, SETUP
from tests.security.addresses import patterns
from tests.security.fetching import check_hosts
from tests.security.headers import check_headers
from tests.security.secrets import leaked, told_by

# What a visit may leave: sessions and the trace of when they were used. Sign-in pages keep a code in the session.
OWN_APPS = (*FLOORS, "account", "mfa", "auth", "django_celery_beat")
# When somebody was in a room: what came since then is new to her.
VISITS = "spaces_visit"
OWN_TABLES = [
    model._meta.db_table
    for model in apps.get_models()
    if model._meta.app_label in OWN_APPS and model._meta.managed and model._meta.db_table != VISITS
]

# What pg_stat_xact_user_tables tells, without its joins to indexes, which take the time.
WRITTEN = """
SELECT relname, pg_stat_get_xact_tuples_inserted(oid) + pg_stat_get_xact_tuples_updated(oid)
                + pg_stat_get_xact_tuples_deleted(oid)
  FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname = ANY(%s)
"""
WORDS = (
    (AGAIN, "reauthenticate/"),
    (LOGIN, "/account/login/"),
    (LOGIN, "/admin/login/"),
    (SETUP, "/account/2fa/"),
)


def test_every_address_is_in_the_table():
    missing = set(patterns()) - {row.route for row in ROWS}
    assert not missing, f"Say in tests/security/access who may open these: {sorted(missing)}"


def test_every_row_of_the_table_is_an_address():
    assert not {row.route for row in ROWS} - set(patterns())


def test_rows_can_be_told_apart():
    assert [name for name, number in Counter(map(str, ROWS)).items() if number > 1] == []


def address(row, stage):
    """The row's route with its objects: "<int:pk>" becomes 7."""
    values = row.at(stage)
    if "address" in values:
        return f"/{values['address']}"
    return "/" + re.sub(r"<(?:\w+:)?(\w+)>", lambda match: str(values[match[1]]), row.route)


def outcome(response):
    """The status, or the word for where it leads."""
    if response.status_code == 302:
        for word, place in WORDS:
            if place in response["Location"].split("?")[0]:
                return word
    return response.status_code


def answers(doors, stage, row, method):
    """{role: outcome} of the whole cast, each from the same beginning; every answer has its headers, no guests and
    nothing that is hidden from the role."""
    found = {}
    for role in row.roles:
        with transaction.atomic():
            client = doors.client(role)
            path, data = address(row, stage), row.data(stage) if method == "post" else None
            response = getattr(client, method)(path, data)
            found[role] = outcome(response)
            check_headers(row.route, role, response)
            check_hosts(response)
            assert not leaked(path, role, told_by(response)), role
            if method == "get" and "HX-Request" in response.get("Vary", ""):
                fragment = client.get(path, headers={"HX-Request": "true", "HX-Target": "results"})
                assert not leaked(path, role, told_by(fragment)), role
            transaction.set_rollback(True)
    return found


def written():
    """{table: rows written to it so far}, as PostgreSQL counts them in this transaction, undone ones too."""
    with connection.cursor() as cursor:
        cursor.execute(WRITTEN, [OWN_TABLES])
        return dict(cursor.fetchall())


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_its_answer(db, stage, doors, row):
    before = written()
    assert not wrong_answers(doors, stage, row, "get"), "(found, expected)"
    assert written() == before, "A GET changes nothing."
    assert not wrong_answers(doors, stage, row, "post"), "(found, expected)"


def wrong_answers(doors, stage, row, method):
    """{role: (found, expected)} where they differ."""
    expected, found = getattr(row, method), answers(doors, stage, row, method)
    return {role: (found[role], expected[role]) for role in found if not matches(found[role], expected[role])}


def matches(found, expected):
    """Whether an answer is the expected one, or one of several."""
    return found in expected if isinstance(expected, tuple) else found == expected


def test_what_is_hidden_looks_like_what_does_not_exist(db, stage, doors):
    """The 404 of a hidden object is the 404 of none, but for its address."""
    hidden = f"/en/task-forces/a2/applications/{stage.from_africa.pk}/"
    absent = "/en/task-forces/a2/applications/987654321/"
    client = doors.client("bruno")
    pages = [client.get(address).content.decode().replace(address, "") for address in (hidden, absent)]
    assert strip_ids(pages[0]) == strip_ids(pages[1])


def strip_ids(page):
    """Without what differs by request: its number, the keys of forms, and the address in the language links."""
    return re.sub(r'[0-9a-f]{12}|applications/\d+|\d{5,}|value="\w{64}"', "", page)
