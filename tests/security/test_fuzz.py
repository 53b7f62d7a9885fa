"""No address answers 500 to bad input: seeded, a few hundred requests, the same ones in every run."""

import itertools
import random
from urllib.parse import quote

import pytest
from django.db import transaction

from tests.security.access import ROWS
from tests.security.addresses import kind_of_page
from tests.security.stage import FRIEND, LEADER, ROLES, SECRETARIAT, VISITOR
from tests.security.test_access_matrix import address

pytestmark = pytest.mark.django_db

SEED = 4_1000

TEXTS = [
    "",
    " ",
    "\x00",
    "a\x00b",
    "\r\nX-Injected: 1",
    "A" * 5000,
    "%",
    "%00",
    "%s%n%x",
    "'",
    '"; DROP TABLE accounts_user; --',
    "\\",
    "_%_%_",
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% debug %}",
    "../../../../etc/passwd",
    "\u202eevil",
    "\ud7ff\uffff\U0010ffff",
    "ﷺ" * 200,
    "e\u0301" * 300,
    "İıſẞ",
    "🌱" * 100,
    "null",
    "[]",
    "{}",
    "NaN",
    "true",
    "9" * 400,
]
NUMBERS = ["-1", "0", "1.5", "1e9", "2147483648", "9223372036854775808", "9" * 5000, "٣", "0x10", "١٢", "+1", "--"]
RAW = ["%ff%fe", "%00", "%c0%af", "%ed%a0%80", "%E2%82", "a%0d%0ab", "%2e%2e%2f", "%25", "%F0%9F%8C%B1"]

GETS = {row.route: row for row in reversed(ROWS) if "logout" not in row.route}
QUERY = [
    "q",
    "page",
    "show",
    "status",
    "type",
    "college",
    "region",
    "country",
    "next",
    "code",
    "role",
    "ordering",
    "o",
    "e",
    "p",
    "_changelist_filters",
    "all",
    "s",
    "term",
    "field_name",
    "model_name",
    "app_label",
    "kind",
    "waiting",
    "state",
    "leader",
    "id__exact",
    "person__id__exact",
    "submitted_at_from",
]


def bad(randomness):
    return randomness.choice(TEXTS + NUMBERS)


def answered(response):
    """Whether the house has answered, whatever it said."""
    return response.status_code < 500


def knocking(role, routes):
    """What `role` tries of `routes`: the secretariat, who comes in everywhere, each list and one page of each other
    kind; others every second, and of the admin, which asks who comes before it reads anything, every tenth door."""
    if role == SECRETARIAT:
        return list({route if is_list(route) else kind_of_page(route): route for route in routes}.values())
    doors = [route for route in routes if route.startswith("admin/")]
    others = [route for route in routes if not route.startswith("admin/")]
    return others[(VISITOR, FRIEND, LEADER).index(role) % 2 :: 2] + doors[::10]


def is_list(route):
    """Whether it is a list of the admin: each has filters of its own."""
    return route.startswith("admin/") and route.count("/") == 3


def converters():
    """Routes that take something from the address."""
    return [route for route in GETS if "<" in route and "(?P" not in route]


@pytest.mark.parametrize("role", [VISITOR, LEADER, SECRETARIAT])
def test_addresses(stage, doors, role):
    randomness, client, broken = random.Random(f"{SEED} {role}"), doors.client(role), []
    values = [*(quote(text, safe="") for text in NUMBERS + TEXTS), *RAW]
    for route in knocking(role, converters()):
        # The addresses of the admin are all made alike.
        for value in randomness.sample(values, 1 if route.startswith("admin/") else 2):
            path = "/" + "/".join(value if "<" in part else part for part in route.split("/"))
            for method in ("get", "post"):
                with transaction.atomic():
                    response = getattr(client, method)(path[:6000])
                    transaction.set_rollback(True)
                if not answered(response):
                    broken.append((method, path[:120]))
    assert not broken


@pytest.mark.parametrize("role", [VISITOR, FRIEND, LEADER, SECRETARIAT])
def test_questions_of_lists(stage, doors, role):
    randomness, client, broken = random.Random(f"{SEED} {role}"), doors.client(role), []
    for row in map(GETS.get, knocking(role, GETS)):
        names = randomness.sample(QUERY, 6)
        parameters = {name: bad(randomness) for name in names}
        if sum(map(len, parameters.values())) > 6000:
            parameters = {name: value[:500] for name, value in parameters.items()}
        response = client.get(address(row, stage), parameters)
        if not answered(response):
            broken.append((row.route, {name: value[:30] for name, value in parameters.items()}))
    assert not broken


@pytest.mark.parametrize("name", ["q", "page", "type", "college", "region", "country", "status"])
def test_every_bad_word_in_the_list_of_organisations(doors, name):
    client = doors.client(VISITOR)
    for value in TEXTS + NUMBERS:
        assert answered(client.get("/en/partners/", {name: value})), value[:40]
    for value in RAW:
        assert answered(client.get(f"/en/partners/?{name}={value}")), value
    assert answered(client.get(f"/en/partners/?{name}=a&{name}=b&{name}[]=c&{name}[x]=d"))


FIELDS = [
    "text",
    "role",
    "region",
    "country",
    "motivation",
    "expertise",
    "time",
    "languages",
    "accepts_duties",
    "qualification",
    "experience",
    "save",
    "name",
    "language",
    "time_zone",
    "interests",
    "shows_name",
    "email",
    "password",
    "password1",
    "login",
    "code",
    "confirm",
    "next",
    "reason",
    "person",
    "partner",
    "college",
    "task_force",
    "slug",
    "number",
    "website",
    "status",
    "kind",
    "resume",
    "action",
    "key",
]


def posting():
    """One row for each address that takes POST, and somebody who may post there."""
    chosen = {}
    for row, role in itertools.product(ROWS, (FRIEND, LEADER, SECRETARIAT, *ROLES)):
        if row.route not in chosen and row.post[role] in (200, 302, (200, 302)) and role in row.roles:
            chosen[row.route] = (row, role)
    return list(chosen.values())


@pytest.mark.parametrize(("row", "role"), posting(), ids=lambda value: str(value))
def test_forms(stage, doors, row, role):
    randomness, broken = random.Random(f"{SEED} {row}"), []
    # Of what the forms of the admin do not ask they take no notice: once is enough.
    for number in (1, 2) if row.route.startswith("admin/") else (0, 1, 2):
        data = {name: bad(randomness) for name in randomness.sample(FIELDS, 12)}
        if number == 2:
            # What should be sent, with one field spoilt and each given twice.
            data = {name: [value, bad(randomness)] for name, value in row.data(stage).items()}
        with transaction.atomic():
            response = doors.client(role).post(address(row, stage), data)
            transaction.set_rollback(True)
        if not answered(response):
            broken.append({name: str(value)[:30] for name, value in data.items()})
    assert not broken


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"text": "x"}'),
        ("application/json", b"\xff\xfe"),
        ("text/plain", b"text=x"),
        ("multipart/form-data", b"no boundary"),
        ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data\r\n\r\n\x00"),
        ("application/x-www-form-urlencoded", b"&&&===%%%zz"),
        ("application/x-www-form-urlencoded; charset=utf-7", b"text=x"),
        ("application/x-www-form-urlencoded; charset=nonsense", b"text=x"),
        ("application/x-www-form-urlencoded", b"text=%ff%fe%00"),
        ("application/x-www-form-urlencoded", b"&".join(b"f%d=1" % number for number in range(3000))),
    ],
)
def test_bodies_of_wrong_kinds(stage, doors, content_type, body):
    for path in (
        "/en/task-forces/a3/join/",
        f"/en/task-forces/a2/applications/{stage.asked.pk}/answer/",
        "/en/account/profile/",
        "/en/account/login/",
    ):
        for role in (FRIEND, VISITOR):
            with transaction.atomic():
                response = doors.client(role).generic("POST", path, body, content_type)
                transaction.set_rollback(True)
            assert answered(response), path


@pytest.mark.parametrize(
    "headers",
    [
        {"Accept-Language": "x" * 600},
        {"Accept-Language": "fr;q=9999999999999999999,*;q=-1"},
        {"Accept-Language": "../../etc"},
        {"Cookie": "sessionid=\x01\x02; csrftoken=; django_language=../../x; messages=bad"},
        {"Cookie": "messages=W10:x:y; sessionid=" + "a" * 3000},
        {"HX-Request": "true", "HX-Current-URL": "https://[bad", "HX-Target": "\x7f"},
        {"HX-Request": "true", "HX-Current-URL-URI-AutoEncoded": "true", "HX-Current-URL": "%ff"},
        {"Referer": "https://[bad"},
        {"X-Forwarded-For": "not an address, 1.2.3.4.5"},
        {"If-Modified-Since": "yesterday"},
        {"Range": "bytes=9-1,-"},
        {"User-Agent": "\U0001f331" * 300},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_headers_of_wrong_kinds(stage, doors, headers):
    for role in (VISITOR, FRIEND):
        for path in ("/", "/en/", "/en/partners/", "/en/task-forces/a2/join/", "/en/account/login/", "/admin/"):
            kept = headers if role == VISITOR or "Cookie" not in headers else {}
            assert answered(doors.client(role).get(path, headers=kept)), path
        response = doors.client(role).post(f"/en/partners/{stage.fundacion.slug}/request/", headers=headers)
        assert answered(response)


def test_languages_in_addresses(doors):
    for prefix in ("de", "EN", "en-us", "fr-ca", "x" * 200, "%00", "en%2F", "..", "zh-hans"):
        assert answered(doors.client(VISITOR).get(f"/{prefix}/partners/"))
