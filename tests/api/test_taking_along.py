"""The list of practices as a file: what the page shows, all of it, and nothing else."""

import csv
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from practices import filters
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db

FARM = {"sites": [{"name": "Ferme Ndiaye", "latitude": 14.71234, "longitude": -17.45678, "is_private_farm": True}]}


def taken(client, kind, asked="", language="en"):
    """The text of the file."""
    answer = client.get(f"/{language}/developers/practices.{kind}{asked}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="practices.{kind}"'
    return answer.content.decode("utf-8-sig")


def codes_in(client, asked):
    """The codes in each of the three files, in their order."""
    table = csv.DictReader(io.StringIO(taken(client, "csv", asked)))
    return (
        [row["code"] for row in table],
        [record["code"] for record in json.loads(taken(client, "json", asked))["results"]],
        [feature["id"] for feature in json.loads(taken(client, "geojson", asked))["features"]],
    )


@pytest.fixture
def sheets():
    """Published: one with figures, one of a private farm, one of Peru; and a draft."""
    PracticeFactory(answers=MEASURED)
    each = (MEASURED | {"climate_zone": "arid"}, FARM | {"climate_zone": "arid"}, {"countries": ["PE"]})
    return [PracticeFactory(status="published", answers=answers) for answers in each]


@pytest.mark.parametrize("asked", ["", "?climate_zone=arid", "?evidence=3", "?countries=PE&sort=evidence", "?q=straw"])
def test_files_hold_what_the_list_shows(client, sheets, asked):
    page = client.get(reverse("practices:list") + asked)
    shown = sorted(re.findall(r"row-code\">(P\d+)", page.content.decode()))
    assert shown
    assert [sorted(codes) for codes in codes_in(client, asked)] == [shown] * 3


def test_page_links_to_the_files_of_what_it_shows(client, sheets):
    page = client.get(reverse("practices:list") + "?climate_zone=arid&page=1").content.decode()
    for kind in ("csv", "json", "geojson"):
        assert f'href="/en/developers/practices.{kind}?climate_zone=arid"' in page


def test_codes_are_told_in_the_language_of_the_page(client, sheets):
    record, *_others = json.loads(taken(client, "json", "?climate_zone=arid", language="fr"))["results"]
    assert record["coded"]["climate_zone"] == [{"code": "arid", "name": "Aride"}]


def test_nothing_private_is_in_them(client, sheets):
    for kind in ("csv", "json", "geojson"):
        text = taken(client, kind)
        assert "Ndiaye" not in text
        assert "14.71234" not in text


def test_list_that_is_too_long_is_not_cut_but_read_page_by_page(client, sheets, monkeypatch):
    monkeypatch.setattr(filters, "MOST_AT_ONCE", 2)
    page = client.get(reverse("practices:list")).content.decode()
    assert "too long to be taken along" in page
    assert "practices.csv" not in page
    assert client.get("/en/developers/practices.csv").url == reverse("developers:page")
    assert len(codes_in(client, "?countries=PE")[0]) == 1


def test_nobody_takes_files_without_end(client, sheets, settings):
    settings.API_REQUESTS_PER_MINUTE = 1
    taken(client, "csv")
    assert client.get("/en/developers/practices.csv").status_code == 429


@pytest.mark.parametrize("kind", ["xlsx", "CSV", "csv-"])
def test_file_of_no_kind_is_not_found(client, kind):
    assert client.get(f"/en/developers/practices.{kind}").status_code == 404


def test_file_asks_as_often_for_many_as_for_one(client):
    PracticeFactory(status="published")
    before = queries_of(client)
    for _each in range(5):
        PracticeFactory(status="published")
    assert queries_of(client) == before <= 9


def queries_of(client):
    """How many a file takes once the numbers of the list are counted."""
    taken(client, "json")
    with CaptureQueriesContext(connection) as queries:
        taken(client, "json")
    return len(queries)
