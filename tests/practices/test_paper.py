"""A datasheet on paper: tagged, in the reader's language, with what people wrote as text and nothing else."""

import re
import zlib

import pytest
from django.utils import translation

from practices.models import Version
from practices.paper import paper_of, sheet_of
from tests.factories.practices import MEASURED, PracticeFactory, illustrated, moved_to

pytestmark = pytest.mark.django_db


def streams(content):
    """What lies compressed in the PDF, one text after the other."""
    for packed in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL):
        try:
            yield zlib.decompress(packed)
        except zlib.error:
            continue


def whole(content):
    return content + b"\n".join(streams(content))


@pytest.fixture
def practice():
    practice = PracticeFactory(title="Paillage d’été", language="fr", answers=MEASURED)
    illustrated(practice)
    return moved_to(practice, "published")


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_paper_is_an_accessible_pdf_in_the_language_of_its_address(client, practice, language):
    response = client.get(f"/{language}/practices/{practice.code}-{practice.slug}.pdf")
    assert response["Content-Type"] == "application/pdf"
    assert f"{practice.code}-v1-{language}.pdf" in response["Content-Disposition"]
    content = whole(response.content)
    assert response.content.startswith(b"%PDF-1.7")
    assert b"/MarkInfo" in content and b"/StructTreeRoot" in content
    assert f"/Lang({language})".encode() in content.replace(b"/Lang (", b"/Lang(")
    assert b"pdfuaid:part" in content
    assert "Paillage d’été".encode() in content, "its title stands in the metadata"


def test_paper_says_what_the_page_says(practice):
    version = Version.objects.get(practice=practice)
    with translation.override("en"):
        sheet = sheet_of(version)
    assert sheet["title_language"] == "fr"
    assert any("48.5 tonnes" in sentence for sentence in sheet["summary"])
    assert sheet["address_shown"].endswith(f"/practices/{practice.code}/versions/1/")
    assert sheet["qr"].startswith("<svg")


NASTY = [
    '#sys.inputs "quoted" \\ $x$ `raw`',
    '#read("/etc/passwd")',
    "= Title",
    "*bold* _it_ <label> @ref",
    "$ sum $ ]] }}",
]


@pytest.mark.parametrize("text", NASTY)
def test_what_people_write_is_text_and_no_order(text):
    practice = PracticeFactory(title=text, status="published", answers={"description": f"{text}\n\n{text}"})
    assert paper_of(Version.objects.get(practice=practice)).startswith(b"%PDF-")


def test_full_sheet_fits_on_four_pages(practice):
    from tests.practices.full import FULL

    full = PracticeFactory(status="published", answers=FULL)
    content = whole(paper_of(Version.objects.get(practice=full)))
    assert len(re.findall(rb"/Type\s*/Page\b", content)) <= 4


def test_each_version_has_its_own_paper(client, practice):
    assert client.get(f"/en/practices/{practice.code}/versions/1.pdf").content.startswith(b"%PDF-")
