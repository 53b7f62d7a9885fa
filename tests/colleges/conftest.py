"""Carla's college and an action of its plan."""

from datetime import timedelta

import pytest

from colleges.models import BureauMandate, College
from colleges.models.bureau_mandate import today
from tests.factories import AffiliationFactory
from tests.factories.rooms import ActionFactory


@pytest.fixture
def college(carla, cast):
    """The college of Carla's organisation, which she represents in the Bureau."""
    college = College.objects.of(cast.fundacion)
    BureauMandate.give(carla, college, starts_on=today(), ends_on=today() + timedelta(days=300), by=None)
    return college


@pytest.fixture
def nuria(cast):
    """A colleague of Carla's."""
    return AffiliationFactory(partner=cast.fundacion).person


@pytest.fixture
def action(college, nuria):
    """Nuria sees to it."""
    return ActionFactory(college=college, owner=nuria, title="Count the farms")
