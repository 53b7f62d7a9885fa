"""Who works in A2 besides the cast, and their browsers."""

import pytest

from taskforces.models import Role
from tests.factories import UserFactory


@pytest.fixture
def mila(a2):
    """Team member of A2, without organisation."""
    person = UserFactory(name="Mila Brandt")
    a2.seat(person, Role.MEMBER, by=None)
    return person


@pytest.fixture
def member(client, mila):
    """A browser of Mila's."""
    client.force_login(mila)
    return client


@pytest.fixture
def leader(client, amina):
    """A browser of Amina's."""
    client.force_login(amina)
    return client
