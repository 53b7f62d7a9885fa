"""Whoever must set up a second factor gets nowhere before, by no address."""

import pytest
from django.test import override_settings

from tests.security.access import ROWS, SETUP
from tests.security.stage import SECRETARIAT
from tests.security.test_access_matrix import address, outcome

pytestmark = pytest.mark.django_db

# What is needed to set it up, to leave, or to be watched by a monitor.
OPEN = ("en/account/", "healthz")

ROUTES = {row.route: row for row in reversed(ROWS)}


@pytest.mark.parametrize("method", ["get", "post"])
def test_secretariat_without_second_factor_gets_nowhere(stage, doors, method):
    wrong = {}
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        for route, row in ROUTES.items():
            if not route.startswith(OPEN):
                found = outcome(getattr(doors.client(SECRETARIAT), method)(address(row, stage)))
                if found != SETUP:
                    wrong[route] = found
    assert not wrong
