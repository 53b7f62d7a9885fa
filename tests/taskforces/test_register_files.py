"""References brought in, and the register taken along as a file."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from taskforces.importing.judging import Report
from taskforces.importing.reading import read_references
from taskforces.models import RegisterItem
from tests.factories.register import RegisterItemFactory
from tests.taskforces.register import EXPORT, IMPORT, words

pytestmark = pytest.mark.django_db


def test_import_shows_then_writes(leader):
    text = "@article{a, title={Érosion au Bénin}, doi={10.1000/a}}\n@misc{b}\n\n"
    html = words(leader.post(IMPORT, {"text": text, "type": "literature", "regions": ["africa"]}))
    assert "New: 1 · already there: 0 · cannot be taken: 1" in html
    assert not RegisterItem.objects.exists()
    carried = {"text": text, "type": "literature", "regions": ["africa"], "seen": stamp(html)}
    html = words(leader.post(IMPORT, carried, follow=True))
    assert "One item was added" in html and "Érosion au Bénin" in html
    html = words(leader.post(IMPORT, carried))
    assert "The register has changed meanwhile" in html
    assert RegisterItem.objects.count() == 1


def stamp(html):
    return html.split('name="seen" value="')[1].split('"')[0]


def test_preview_carries_the_file_along(leader):
    file = SimpleUploadedFile("zotero.ris", b"TY  - JOUR\nTI  - Suelos <b>\nER  - \n")
    response = leader.post(IMPORT, {"file": file, "type": "project", "regions": ["worldwide"]})
    html = response.content.decode()
    carried = html.split('<textarea name="text" hidden>')[1].split("</textarea>")[0]
    assert carried.strip() == "TY  - JOUR\nTI  - Suelos &lt;b&gt;\nER  -"


@pytest.mark.parametrize(
    ("posted", "sentence"),
    [
        ({"text": ""}, "Paste something, or choose a file."),
        ({"text": "Hello"}, "No reference was found."),
        ({"text": "@misc{a, title={x\0}}"}, "Null characters are not allowed."),
        ({"text": "@misc{a,title={x}}", "regions": []}, "Choose a region, or worldwide."),
        ({"file": SimpleUploadedFile("a.bib", b"")}, "The file is empty."),
        ({"file": SimpleUploadedFile("a.bib", b"\x00\x01")}, "This is not a text file."),
        ({"file": SimpleUploadedFile("a.bib", b"x" * 1_100_000)}, "This is more than 1 MB."),
    ],
)
def test_import_refuses_with_a_sentence(leader, posted, sentence):
    response = leader.post(IMPORT, {"type": "literature", "regions": ["africa"]} | posted)
    assert response.status_code == 200
    assert sentence in words(response)


NASTY = '=cmd|"/c calc"!A1'


@pytest.fixture
def nasty():
    return RegisterItemFactory(
        title=NASTY,
        authors="Díaz, A.; O'Neil & Söhne {x}",
        description="50 % of\r\nTY  - soils_",
        doi="10.1000/a_b",
        address="https://example.org/a_{b}?x=1&y=2",
        year=2001,
        language="es",
    )


def test_spreadsheets_run_nothing(member, nasty):
    response = member.get(f"{EXPORT}?kind=csv")
    rows = [*csv.reader(io.StringIO(response.content.decode("utf-8-sig")))]
    assert rows[1][1] == f"'{NASTY}"
    assert "Worldwide" in rows[1]
    response = member.get(f"{EXPORT}?kind=xlsx")
    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet["B2"].value == NASTY and sheet["B2"].data_type == "s"
    assert nasty.added_by.name not in str([*sheet.values])


@pytest.mark.parametrize("kind", ["bib", "ris"])
def test_what_goes_out_comes_in_as_known(member, a2, nasty, kind):
    RegisterItemFactory(title="Suelos & páramos: 100% ~ #1 $x^2$ \\alpha")
    references = read_references(member.get(f"{EXPORT}?kind={kind}").content)[0]
    assert [each.problems for each in references] == [[], []]
    assert {each.title for each in references} == {*RegisterItem.objects.values_list("title", flat=True)}
    assert Report(a2, references, type="literature", regions=[]).new == []
    nasty_one = references[1].facts
    assert nasty_one["authors"].startswith("Díaz, A.; O'Neil & Söhne")
    assert (nasty_one["year"], nasty_one["doi"], nasty_one["language"]) == (2001, "10.1000/a_b", "es")


def test_export_is_the_list_as_seen(member):
    RegisterItemFactory(title="Here", type="project")
    RegisterItemFactory(title="Not here", type="sponsor")
    assert "Not here" not in member.get(f"{EXPORT}?kind=ris&type=project").content.decode()
    for nonsense in ("", "?kind=exe", "?kind=%00"):
        assert member.get(f"{EXPORT}{nonsense}").status_code == 400
