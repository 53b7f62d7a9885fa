"""Task force A2 with Amina, Fatou and Mila, at a fixed hour."""

from datetime import UTC, datetime

import pytest

from taskforces.models import Role
from tests.factories import UserFactory

NOW = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock(time_machine):
    time_machine.move_to(NOW, tick=False)
    return time_machine


@pytest.fixture
def mila(a2):
    """Team member of A2."""
    person = UserFactory(email="mila@example.org", name="Mila Brandt")
    a2.seat(person, Role.MEMBER, by=None)
    return person


@pytest.fixture
def in_a2(clock, amina, fatou, mila):
    """Everybody of A2 has a seat."""
    return [amina, fatou, mila]
