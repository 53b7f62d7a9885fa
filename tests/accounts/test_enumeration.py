"""Nobody finds out whether an address has an account: same answer, same size."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

# As long as the known one, so that sizes can be compared.
KNOWN, UNKNOWN = "victor@example.org", "nobody@example.org"

WAYS = {
    "sign-in": ("/en/account/login/", "login", {"password": "wrong wrong wrong"}),
    "sign-up": ("/en/account/signup/", "email", {"name": "Somebody", "password1": "the soil under our feet"}),
    "reset": ("/en/account/password/reset/", "email", {}),
    "code": ("/en/account/login/code/", "email", {}),
}


def walk(way, address):
    """All that a stranger sees: status, redirect, names of headers and cookies, pages, the answer to a wrong code."""
    url, field, rest = WAYS[way]
    client = Client()
    response = client.post(url, rest | {field: address})
    seen = [(response.status_code, response.headers.get("Location"), sorted(response.headers))]
    if response.status_code == 302:
        code_url = response.url
        seen.append(page(client.get(code_url), address))
        seen.append(page(client.post(code_url, {"code": "BBBB-BBBB"}), address))
    else:
        seen.append(page(response, address))
    return [*seen, sorted(client.cookies)]


def page(response, address):
    """Status and text of a page, without its one-time key and the address that was typed."""
    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]+', r"\1", response.content.decode())
    return response.status_code, text.replace(address, "ADDRESS")


@pytest.mark.parametrize("way", WAYS)
def test_known_and_unknown_addresses_are_answered_alike(victor, way):
    assert len(KNOWN) == len(UNKNOWN)
    with time_machine.travel("2026-03-04 12:00Z", tick=False) as clock:
        known = walk(way, KNOWN)
        clock.shift(timedelta(minutes=2))
        unknown = walk(way, UNKNOWN)
    assert known == unknown


@pytest.mark.parametrize("way", ["sign-up", "reset", "code"])
def test_either_address_gets_one_mail(victor, way):
    walk(way, KNOWN)
    walk(way, UNKNOWN)
    assert [message.to for message in mail.outbox] == [[KNOWN], [UNKNOWN]]


def test_mail_to_a_known_address_that_signs_up_brings_no_code(victor):
    walk("sign-up", KNOWN)
    assert not re.search(r"^[A-Z]{4}-[A-Z]{4}$", mail.outbox[0].body, re.MULTILINE)


def test_password_is_hashed_either_way(victor, monkeypatch):
    """The slow part of signing in and up happens whether or not the address is known."""
    from django.contrib.auth import hashers

    hashed = []
    hasher = type(hashers.get_hasher())
    encode = hasher.encode
    monkeypatch.setattr(hasher, "encode", lambda self, *args: hashed.append(1) or encode(self, *args))
    numbers = {}
    for way in ("sign-in", "sign-up"):
        for address in (KNOWN, UNKNOWN):
            hashed.clear()
            walk(way, address)
            numbers[way, address] = len(hashed)
    assert numbers["sign-in", KNOWN] == numbers["sign-in", UNKNOWN] >= 1
    assert numbers["sign-up", KNOWN] == numbers["sign-up", UNKNOWN] >= 1
