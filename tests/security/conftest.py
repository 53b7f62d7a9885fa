"""One stage for a whole module: each test steps back to where it began."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.template import Template
from django.test.utils import _TestState, override_settings

from tests.security.secrets import plant
from tests.security.stage import Doors, Stage


@pytest.fixture(scope="module", autouse=True)
def remembered_numbers():
    """Thousands of pages are opened and forms sent here to see who may: what waits for the reader is counted once, and
    a form with mistakes comes back with the same numbers."""
    with override_settings(NUMBERS_REMEMBERED_FOR=timedelta(minutes=15)), pytest.MonkeyPatch.context() as patch:
        patch.setattr("home.remembering.has_acted", lambda request: False)
        yield


@pytest.fixture(scope="module")
def stage(django_db_setup, django_db_blocker):
    """Everybody and everything, see stage.py, with a word in each thing that is hidden, see secrets.py. Tests that
    change it need the fixture `db`, which undoes that."""
    with django_db_blocker.unblock(), transaction.atomic():
        stage = plant(Stage().build())
        # Else the end of each test would look again at what all these rows point to.
        connection.check_constraints()
        yield stage
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def doors(stage, django_db_blocker):
    """`doors.client(role)`: a browser in which the role is signed in."""
    with django_db_blocker.unblock():
        return Doors(stage)


@pytest.fixture(autouse=True)
def plain_templates(request, monkeypatch):
    """Who walks through all doors does not ask which templates were drawn with which words: for that, the test client
    copies them all."""
    if "doors" in request.fixturenames:
        monkeypatch.setattr(Template, "_render", _TestState.saved_data.template_render)
