"""A version as a record of DataCite: complete, no nearer to a private farm than readers come, with a DOI if wanted."""

import json
import runpy
from pathlib import Path

import jsonschema_rs
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils import translation

from config.settings import base
from practices.datacite import datacite_record
from tests.factories import AffiliationFactory
from tests.factories.practices import PracticeFactory, moved_to, published_as_42
from tests.practices.full import FULL

pytestmark = pytest.mark.django_db

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "files" / "datacite_schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def version(settings):
    settings.SITE_URL = "https://platform.example"
    seat = AffiliationFactory(partner__name="Soil House")
    practice = PracticeFactory(author=seat.person, organisation=seat.partner, status="reviewed", answers=FULL)
    return published_as_42(practice, authors="Diallo, A.; Réseau des paysans du Sahel")


def attributes(version):
    return datacite_record(version)["data"]["attributes"]


def test_record_is_as_it_was(version):
    golden = HERE / "golden" / "datacite.json"
    assert datacite_record(version) == json.loads(golden.read_text(encoding="utf-8"))


def test_record_holds_what_datacite_demands(version, settings):
    jsonschema_rs.validate(SCHEMA, datacite_record(version))
    settings.DOI_PREFIX = "10.12345"
    jsonschema_rs.validate(SCHEMA, datacite_record(version))


def test_shortest_sheet_is_a_whole_record_too():
    version = PracticeFactory(status="published").versions.get()
    jsonschema_rs.validate(SCHEMA, datacite_record(version))


def test_without_a_prefix_it_is_named_by_its_address(version):
    document = datacite_record(version)["data"]
    address = "https://platform.example/practices/P00042/versions/1/"
    assert "id" not in document and "doi" not in document["attributes"]
    assert document["attributes"]["identifiers"] == [{"identifier": address, "identifierType": "URL"}]


def test_with_a_prefix_it_bears_a_doi_of_its_code(version, settings):
    settings.DOI_PREFIX = "10.12345"
    document = datacite_record(version)["data"]
    assert document["id"] == document["attributes"]["doi"] == "10.12345/p00042.v1"
    assert document["attributes"]["identifiers"] == [{"identifier": "10.12345/p00042.v1", "identifierType": "DOI"}]


@pytest.mark.parametrize("prefix", ["12345", "10.12345/", "https://doi.org/10.12345", "10.x"])
def test_house_does_not_start_with_what_is_no_prefix(prefix, monkeypatch):
    monkeypatch.setenv("DOI_PREFIX", prefix)
    with pytest.raises(ImproperlyConfigured, match="DOI_PREFIX"):
        runpy.run_path(base.__file__)


def test_record_is_the_same_in_every_language(version):
    in_english = datacite_record(version)
    with translation.override("es"):
        assert datacite_record(version) == in_english


def test_private_farm_is_a_square_without_a_name(version):
    places = attributes(version)["geoLocations"]
    assert [place["geoLocationPlace"] for place in places if "geoLocationPoint" in place] == ["Simiri"]
    (square,) = [place for place in places if "geoLocationBox" in place]
    assert "geoLocationPlace" not in square
    box = square["geoLocationBox"]
    assert box["southBoundLatitude"] < 13.58 < box["northBoundLatitude"]
    assert box["westBoundLongitude"] < -2.42 < box["eastBoundLongitude"]
    assert box["northBoundLatitude"] - box["southBoundLatitude"] == pytest.approx(0.09, abs=0.001)


def test_versions_lead_to_each_other(settings):
    settings.SITE_URL = "https://platform.example"
    practice = PracticeFactory(status="published")
    practice.revise(by=practice.author)
    moved_to(practice, "published")
    first, second = practice.versions.order_by("number")
    at = f"https://platform.example/practices/{practice.code}/versions"
    pointing = {"relatedIdentifierType": "URL"}
    assert attributes(first)["relatedIdentifiers"] == [
        {"relatedIdentifier": f"{at}/2/", "relationType": "IsPreviousVersionOf"} | pointing
    ]
    assert attributes(second)["relatedIdentifiers"] == [
        {"relatedIdentifier": f"{at}/1/", "relationType": "IsNewVersionOf"} | pointing
    ]


def test_record_is_handed_over_beside_the_other_citations(client):
    practice = PracticeFactory(status="published")
    address = f"/en/practices/{practice.code}/versions/1/cite.datacite"
    assert f'href="{address}"' in client.get(practice.get_absolute_url()).content.decode()
    response = client.get(address)
    assert response["Content-Type"] == "application/vnd.api+json"
    assert response["Content-Disposition"] == f'attachment; filename="{practice.code}-v1-datacite.json"'
    assert json.loads(response.content)["data"]["type"] == "dois"
