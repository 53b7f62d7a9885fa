"""The complete dump: what the addresses for programs give, as files."""

import csv
import hashlib
import json

import pytest
from django.core.management import CommandError, call_command

from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db

FARM = {"sites": [{"name": "Ferme Ndiaye", "latitude": 14.71234, "longitude": -17.45678, "is_private_farm": True}]}


@pytest.fixture
def dumped(tmp_path):
    """The folder after a dump of three published sheets, among others."""
    for answers in (MEASURED, FARM, {"title": {"en": "=1+1", "fr": "Paillage"}}):
        PracticeFactory(status="published", answers=answers)
    PracticeFactory()
    PracticeFactory(status="archived")
    call_command("dump_open_data", tmp_path / "open", verbosity=0)
    return tmp_path / "open"


def test_dump_holds_what_the_addresses_give(dumped, client):
    lines = [json.loads(line) for line in (dumped / "practices.jsonl").read_text().splitlines()]
    address = "/api/v1/practices/"
    assert lines == client.get(address).json()["results"]
    assert json.loads((dumped / "practices.geojson").read_text()) == client.get(f"{address}?format=geojson").json()
    assert (dumped / "practices.csv").read_bytes() == client.get(f"{address}?format=csv").content
    assert json.loads((dumped / "vocabularies.json").read_text()) == client.get("/api/v1/vocabularies/").json()


def test_checksums_are_those_of_all_files(dumped):
    sums = dict(reversed(line.split("  ")) for line in (dumped / "SHA256SUMS").read_text().splitlines())
    assert sums == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in dumped.iterdir()
        if path.name != "SHA256SUMS"
    }


def test_readme_says_licence_and_number(dumped):
    readme = (dumped / "README.md").read_text()
    assert "3 practice datasheets" in readme
    assert "creativecommons.org/licenses/by/4.0/" in readme


def test_nothing_private_is_in_it(dumped):
    for path in dumped.iterdir():
        assert "Ndiaye" not in path.read_text()
        assert "14.71234" not in path.read_text()


def test_dump_without_practices_can_be_read(tmp_path):
    call_command("dump_open_data", tmp_path, verbosity=0)
    assert json.loads((tmp_path / "practices.geojson").read_text())["features"] == []
    assert list(csv.DictReader((tmp_path / "practices.csv").open())) == []


def test_dump_asks_as_often_for_many_as_for_one(tmp_path, django_assert_max_num_queries):
    PracticeFactory(status="published")
    call_command("dump_open_data", tmp_path, verbosity=0)
    with django_assert_max_num_queries(20) as first:
        call_command("dump_open_data", tmp_path, verbosity=0)
    for _each in range(5):
        PracticeFactory(status="published")
    with django_assert_max_num_queries(len(first)):
        call_command("dump_open_data", tmp_path, verbosity=0)


def test_folder_that_cannot_be_written_is_told(tmp_path):
    (tmp_path / "open").write_text("a file")
    with pytest.raises(CommandError):
        call_command("dump_open_data", tmp_path / "open", verbosity=0)
