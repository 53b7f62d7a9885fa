"""The table of access (access_table.py): complete, and true."""

import re
from collections import Counter

import pytest
from django.db import transaction

from tests.security.access_table import AGAIN, LOGIN, ROWS, SETUP
from tests.security.addresses import patterns

WORDS = (
    (AGAIN, "reauthenticate/"),
    (LOGIN, "/account/login/"),
    (LOGIN, "/admin/login/"),
    (SETUP, "/account/2fa/"),
)


def test_every_address_is_in_the_table():
    missing = set(patterns()) - {row.route for row in ROWS}
    assert not missing, f"Say in access_table.py who may open these: {sorted(missing)}"


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
    """{role: outcome} of the whole cast, each from the same beginning."""
    found = {}
    for role in row.roles:
        with transaction.atomic():
            client = doors.client(role)
            data = row.data(stage) if method == "post" else None
            found[role] = outcome(getattr(client, method)(address(row, stage), data))
            transaction.set_rollback(True)
    return found


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("row", ROWS, ids=str)
def test_each_role_gets_its_answer(db, stage, doors, row, method):
    expected = getattr(row, method)
    found = answers(doors, stage, row, method)
    wrong = {role: (found[role], expected[role]) for role in found if not matches(found[role], expected[role])}
    assert not wrong, "(found, expected)"


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
