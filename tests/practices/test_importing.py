"""Public records from a file: shown first, all or none, never twice; we link, we do not copy."""

import json
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from core.models import Activity
from practices.importing import bring_in, mapping, read_records
from practices.licences import licence_called
from practices.models import Practice, Provenance
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db

FILES = Path(__file__).parent / "files"
URL = "/admin/practices/provenance/import/"
MOST = 10_000_000


@pytest.fixture
def desk(client, sofia):
    client.force_login(sofia)
    return client


def file(name):
    return (FILES / name).read_bytes()


def brought(content, code, by, *, dry_run=False):
    """The report of an import."""
    records = read_records(content, max_bytes=MOST)
    return bring_in(records, mapping(code), by=by, file_name="file", dry_run=dry_run)


def wocat(**record):
    return json.dumps([{"code": "technologies_5", "name": "Zaï", "license": "CC0"} | record]).encode()


def test_records_of_wocat_become_drafts_with_codes_and_a_link(sofia):
    assert brought(file("wocat.json"), "wocat", sofia).counts == {"new": 2, "known": 0, "refused": 0}
    zai = Practice.objects.get(wocat_code="technologies_901")
    assert (zai.status, zai.author, zai.language) == (Practice.Status.DRAFT, sofia, "en")
    assert zai.authors == "Awa Diallo; Jean Sarr"
    assert zai.contents["countries"] == ["BF", "NE"]
    assert zai.contents["land_use"] == ["cropland_annual"]
    assert zai.contents["measures"] == ["s4"]
    assert zai.contents["climate_zone"] == "semi_arid"
    assert zai.contents["description"] == {"en": "Dig, fill, sow."}
    origin = zai.provenances.get()
    assert (origin.source, origin.identifier, origin.imported_by) == ("WOCAT", "technologies_901", sofia)
    assert origin.address == "https://qcat.wocat.net/en/summary/technologies_901/"


def test_texts_stay_where_their_licence_keeps_them(sofia):
    report = brought(file("wocat.json"), "wocat", sofia)
    hedges = Practice.objects.get(wocat_code="technologies_902")
    assert "short_description" not in hedges.contents
    assert hedges.contents["countries"] == ["ML"]
    assert hedges.provenances.get().has_texts is False
    assert "licence does not let us copy" in report.outcomes[1].summary


def test_word_nobody_knows_is_told(sofia):
    assert "“Moon” is not known (Land use)" in brought(file("wocat.json"), "wocat", sofia).outcomes[0].summary


def test_table_of_the_fao_is_read(sofia):
    assert brought(file("fao.csv"), "fao", sofia).counts["new"] == 2
    terraces = Practice.objects.get(fao_code="teca_8373")
    assert terraces.language == "es"
    assert terraces.contents["countries"] == ["PE"]
    assert terraces.contents["description"] == {"es": "Levantar muros."}
    compost = Practice.objects.get(fao_code="teca_8372")
    assert compost.contents["countries"] == ["ET", "KE"]
    assert "description" not in compost.contents


def test_same_file_again_makes_nothing(sofia):
    brought(file("wocat.json"), "wocat", sofia)
    again = brought(file("wocat.json"), "wocat", sofia)
    assert again.counts == {"new": 0, "known": 2, "refused": 0}
    assert "brought in before" in again.outcomes[0].summary
    assert Practice.objects.count() == 2


def test_dry_run_writes_nothing(sofia):
    before = Activity.objects.count()
    assert brought(file("wocat.json"), "wocat", sofia, dry_run=True).counts["new"] == 2
    assert not Practice.objects.exists()
    assert Activity.objects.count() == before


def test_one_bad_record_keeps_all_others_out(sofia):
    records = json.loads(file("wocat.json"))["results"] + [{"code": "technologies_903"}]
    report = brought(json.dumps(records).encode(), "wocat", sofia)
    assert report.counts == {"new": 2, "known": 0, "refused": 1}
    assert report.outcomes[2].reasons == ["The record has no “name”."]
    assert not Practice.objects.exists()


def test_record_that_is_described_here_already_is_left_out_with_its_twin(sofia):
    twin = PracticeFactory(status="published", title="Zaï pits", answers={"wocat_code": "901"})
    report = brought(file("wocat.json"), "wocat", sofia)
    assert report.counts["known"] == 1
    assert twin.code in report.outcomes[0].summary
    assert "the same WOCAT code" in report.outcomes[0].summary


def test_identifier_twice_in_a_file_is_refused(sofia):
    records = json.loads(file("wocat.json"))["results"][:1] * 2
    assert brought(json.dumps(records).encode(), "wocat", sofia).counts["refused"] == 1


@pytest.mark.parametrize(
    "record",
    [
        *({"original_locale": "ru"}, {"name": ""}, {"name": "A" * 200}, {"code": ""}, {"code": None}),
        *({"name": {"en": "Zaï"}}, {"code": ["a"]}),
    ],
)
def test_useless_record_is_refused_in_words(sofia, record):
    report = brought(wocat(**record), "wocat", sofia)
    if report.counts["refused"]:
        assert all(isinstance(reason, str) and reason for reason in report.outcomes[0].reasons)
    assert report.counts["refused"] == (0 if record == {"code": ["a"]} else 1)


@pytest.mark.parametrize(
    "content",
    [
        b"[1, 2]",
        b"{",
        b"[NaN]",
        b'{"a": ' * 50 + b"1" + b"}" * 50,
        b"[" * 100_000,
        b"PK\x03\x04",
        b"",
        b"[]",
        b"\xff\xfe[",
    ],
    ids=["numbers", "half", "nan", "deep", "deeper", "zip", "empty", "nothing", "bytes"],
)
def test_file_that_holds_no_records_is_refused_in_words(content):
    with pytest.raises(ValidationError):
        read_records(content, max_bytes=MOST)


def test_answers_of_any_shape_are_left_out_and_told(sofia):
    nasty = {
        "title": {"en": "Nasty"},
        "adapted": [1],
        "compiled_on": {"a": 1},
        "services": {"roads": ["good"]},
        "carbon": [{"kind": {}, "value": []}],
        "countries": "SN",
        "usd_rate": [],
        "impacts": "none",
        "sites": ["Simiri", {"is_blurred": []}],
    }
    record = {"code": "P00007", "title": "Nasty", "language": "en", "licence": {"name": "CC0"}, "contents": nasty}
    report = brought(json.dumps(record).encode(), "own", sofia)
    assert report.counts == {"new": 1, "known": 0, "refused": 0}
    assert Practice.objects.get().contents == {"title": {"en": "Nasty"}}


def test_what_leaves_as_open_data_comes_back_as_it_was(sofia, client):
    answers = MEASURED | {"title": {"en": "Mulching", "fr": "Paillage"}, "wocat_code": "1234", "climate_zone": "arid"}
    practice = PracticeFactory(status="published", answers=answers, language="en")
    content = client.get(f"/api/v1/practices/{practice.code}/").content
    practice.archive("Moved elsewhere.", by=None)
    assert brought(content, "own", sofia).counts["new"] == 1
    assert Provenance.objects.get().practice.contents == practice.contents


def test_place_whose_name_was_kept_back_comes_in_all_the_same(sofia, client):
    sites = [{"name": "Simiri", "latitude": 14.1}, {"name": "Ferme Diallo", "latitude": 13.6, "is_private_farm": True}]
    practice = PracticeFactory(status="published", answers={"sites": sites})
    content = client.get(f"/api/v1/practices/{practice.code}/").content
    practice.archive("Moved elsewhere.", by=None)
    brought(content, "own", sofia)
    names = [site["name"] for site in Provenance.objects.get().practice.contents["sites"]]
    assert names == ["Simiri", "A private farm"]


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        *(("CC BY 4.0", "cc-by"), ("cc-by-sa-4.0", "cc-by-sa"), ("CC0", "cc0"), ("", "")),
        *(("CC BY-NC-SA 3.0 IGO", ""), ("CC BY-ND 4.0", ""), ("CC BY 3.0", ""), ("All rights reserved", "")),
        ("https://creativecommons.org/licenses/by/4.0/", "cc-by"),
    ],
)
def test_only_open_licences_are_ours(text, licence):
    assert licence_called(text) == licence


# -- The page


def send(desk, content, code="wocat"):
    return desk.post(URL, {"file": SimpleUploadedFile("records.json", content), "mapping": code})


def test_secretary_sees_first_and_confirms(desk):
    page = send(desk, file("wocat.json"))
    assert page.context_data["report"].counts["new"] == 2
    assert not Practice.objects.exists()
    assert desk.post(URL, {"preview": page.context_data["preview"]}).status_code == 302
    assert Practice.objects.count() == Provenance.objects.count() == 2


def test_refused_file_cannot_be_confirmed(desk):
    page = send(desk, b'[{"code": "technologies_1"}]')
    assert page.context_data["preview"] is None
    assert "The record has no “name”." in page.content.decode()


def test_forged_preview_is_refused(desk):
    assert desk.post(URL, {"preview": "forged"}).status_code == 200
    assert not Practice.objects.exists()


def test_nobody_else_imports(client, bruno):
    client.force_login(bruno)
    assert client.get(URL).status_code in (302, 403, 404)
