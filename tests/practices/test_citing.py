"""How a version is cited: a line, BibTeX, RIS and CSL-JSON, as golden files; each version by itself."""

import json
from datetime import date
from pathlib import Path

import pytest

from practices.models import Version
from tests.factories.practices import PracticeFactory, published_as_42

pytestmark = pytest.mark.django_db

GOLDEN = Path(__file__).parent / "golden"
READ_ON = date(2026, 12, 1)


@pytest.fixture
def version(settings):
    settings.SITE_URL = "https://platform.example"
    practice = PracticeFactory(title="Zaï & compost: 50 % more", status="reviewed")
    return published_as_42(practice, authors="Diallo, A.; Réseau des paysans {du} Sahel")


def golden(name):
    return (GOLDEN / name).read_text(encoding="utf-8")


def test_citation_is_a_line(version):
    assert version.citation(READ_ON) + "\n" == golden("citation.txt")


def test_bibtex(version):
    assert version.bibtex(READ_ON) == golden("citation.bib")


def test_ris(version):
    assert version.ris(READ_ON).replace("\r\n", "\n") == golden("citation.ris")


def test_csl(version):
    assert version.csl(READ_ON) == json.loads(golden("citation.json"))


def test_files_are_handed_over(client):
    practice = PracticeFactory(status="published")
    at = f"/en/practices/{practice.code}/versions/1/cite"
    assert client.get(f"{at}.bib").content.startswith(b"@techreport{")
    assert client.get(f"{at}.ris").content.startswith(b"TY  - RPRT")
    (item,) = json.loads(client.get(f"{at}.json").content)
    assert item["id"] == f"{practice.code}v1"


def test_earlier_version_is_cited_by_its_own_address():
    practice = PracticeFactory(status="published")
    practice.revise(by=practice.author)
    practice.submit(by=practice.author)
    practice.review(by=None)
    practice.publish(by=None)
    urls = [version.permanent_url for version in Version.objects.filter(practice=practice).order_by("number")]
    assert [url.rpartition("versions/")[2] for url in urls] == ["1/", "2/"]


def test_address_without_a_language_leads_to_the_page(client):
    practice = PracticeFactory(status="published")
    response = client.get(f"/practices/{practice.code}/versions/1/", headers={"accept-language": "es"})
    assert response["Location"] == f"/es/practices/{practice.code}/versions/1/"
