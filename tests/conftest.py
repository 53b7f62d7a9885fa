"""A private PostgreSQL for the run, and the cast whose names stay the same everywhere."""

import gc
import os
import shutil
from pathlib import Path

import pytest

from tests.browser import chromium, house, open_browser  # noqa: F401
from tests.kept import changed_words, words_kept  # noqa: F401
from tests.official import emptied_quickly, official  # noqa: F401
from tests.sharing import FileScheduling, copy_from_model, turn


def pytest_configure(config):
    """Compile the catalogues, so that pages in French are French; start the cluster whose address the test settings
    have chosen. The workers of a parallel run share both."""
    if hasattr(config, "workerinput"):
        return
    from config.catalogues import compile_catalogues

    compile_catalogues(Path(__file__).resolve().parents[1])
    if "TEST_FOLDER" not in os.environ:
        return
    from config.embedded import PostgreSQL

    folder = Path(os.environ["TEST_FOLDER"])
    folder.mkdir(mode=0o755, exist_ok=True)
    config.cluster = PostgreSQL(folder / "postgresql", durable=False)
    config.cluster.start()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """What needs no database comes first: whole services start among it, and while they do, the database is made. What
    takes long stands before what is short: towards the end, no process waits for another."""
    items.sort(key=turn)


def pytest_xdist_make_scheduler(config, log):
    return FileScheduling(config, log)


def pytest_collection_finish(session):
    """Leave what has been loaded out of the search for garbage: it took a fifth of the time of opening pages."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_unconfigure(config):
    if hasattr(config, "cluster"):
        config.cluster.stop()
        shutil.rmtree(os.environ["TEST_FOLDER"], ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings, django_db_blocker):
    """Of processes that share a cluster of their own, the first makes the database, and all copy it."""
    if hasattr(request.config, "workerinput") and "TEST_FOLDER" in os.environ:
        with django_db_blocker.unblock():
            copy_from_model()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The official data is there, as it is in the real house."""
    from django.core.management import call_command

    with django_db_blocker.unblock():
        call_command("load_reference", verbosity=0)


@pytest.fixture(autouse=True)
def in_english():
    """Each test begins in English: a page read in another language leaves its thread in it."""
    from django.utils import translation

    with translation.override("en"):
        yield


@pytest.fixture
def cast(db):
    """Everybody by name; see tests/cast.py."""
    from tests.cast import Cast

    return Cast()


@pytest.fixture
def sofia(cast):
    """Works in the secretariat."""
    return cast.sofia


@pytest.fixture
def amina(cast):
    """Leads task force A2; focal point of AFRIS, a member organisation of Benin."""
    return cast.amina


@pytest.fixture
def bruno(cast):
    """Belongs to a partner organisation."""
    return cast.bruno


@pytest.fixture
def carla(cast):
    """Focal point of another partner."""
    return cast.carla


@pytest.fixture
def fatou(cast):
    """Represents Africa in A2."""
    return cast.fatou


@pytest.fixture
def victor(cast):
    """A friend without organisation, from Brazil, who reads Spanish."""
    return cast.victor


@pytest.fixture
def a2(db):
    """The task force of objective A2."""
    from taskforces.models import TaskForce

    return TaskForce.objects.with_objective().get(objective__code="A2")
