"""The open data are as their description says: schemathesis asks what no person would, without any network."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from api.describing.contents import SHAPES
from practices.kinds import KINDS
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db

FARM = {"sites": [{"name": "Ferme Ndiaye", "latitude": 14.7, "longitude": -17.4, "is_private_farm": True}]}
WORDY = {
    "impacts": [{"impact": "soil_organic_matter", "score": 2}],
    "publications": [{"citation": "Diallo (2024)", "address": "https://soil.example/"}],
    "compiled_on": "2024-05-02",
    "since_year": 1998,
    "adapted": True,
    "wocat_code": "technologies_1234",
}


def test_every_kind_of_question_has_its_shape():
    assert SHAPES.keys() == KINDS.keys()


@pytest.fixture
def kept_connection(db):
    """A request does not close the connection of the test, whose transaction would go with it."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def operations(settings, kept_connection):
    """{name: operation} of the description, with the platform behind it."""
    settings.API_REQUESTS_PER_MINUTE = 100_000
    described = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    return {each.ok().definition.raw["operationId"]: each.ok() for each in described.get_all_operations()}


def ask(strategy, *, number, unless=()):
    """Ask so many times, the same in each run, and compare every answer with the description."""

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=strategy)
    def asked(case):
        case.call_and_validate(excluded_checks=list(unless))

    asked()


@pytest.mark.parametrize("mode", GenerationMode)
@pytest.mark.parametrize("name", ["listPractices", "readPractice", "readVersion", "listVocabularies"])
def test_every_answer_is_as_described(operations, name, mode):
    PracticeFactory(status="published", answers=MEASURED | FARM | WORDY)
    ask(operations[name].as_strategy(generation_mode=mode), number=3 if name == "listVocabularies" else 10)


@pytest.mark.parametrize("status", ["published", "archived", "draft"])
def test_what_is_there_is_as_described(operations, status):
    practice = PracticeFactory(status=status, answers=MEASURED | FARM | WORDY)
    # 410 is no refusal of what was asked: it is the answer.
    unless = [positive_data_acceptance] if status == "archived" else []
    for name, where in (("readPractice", {}), ("readVersion", {"number": 1})):
        ask(operations[name].as_strategy(path_parameters={"code": practice.code} | where), number=4, unless=unless)
