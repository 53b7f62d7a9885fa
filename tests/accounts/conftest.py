"""What the tests of signing in have in common."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from tests.factories import PASSWORD


@pytest.fixture
def sign_in(client):
    """A function that walks through the door by password: `sign_in(victor)` → the answer."""

    def walk(person, password=PASSWORD, **extra):
        data = {"login": getattr(person, "email", person), "password": password}
        return client.post(reverse("account_login"), data | extra)

    return walk


@pytest.fixture
def code():
    """A function that reads the code in the newest mail to an address."""

    def read(address):
        message = next(one for one in reversed(mail.outbox) if one.to == [address])
        return re.search(r"^([A-Z]{4}-[A-Z]{4})$", message.body, re.MULTILINE).group(1)

    return read
