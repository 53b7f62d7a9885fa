"""References of other programs: read entry by entry, judged, written together or not at all; nothing awful breaks."""

import random
import time

import pytest
from django.core.exceptions import ValidationError

from core.models import Activity
from taskforces.importing.judging import Report, import_references
from taskforces.importing.reading import MOST_BYTES, read_references
from taskforces.models import RegisterItem
from tests.factories.register import RegisterItemFactory, region

ARTICLE = r"""
@string{geo = "Geoderma"}
@article{diallo2019,
  title = {Carbone des parcs {A}groforestiers: une {\'e}tude \& 50\% de plus},
  author = {Diallo, Amina and M{\"u}ller, J{\"o}rg},
  journal = geo, year = {2019}, month = jan,
  doi = {https://doi.org/10.1016/J.GEO.2019.1}, url = {https://example.org/a\_b},
  langid = {french}
}
"""
RIS = (
    "TY  - JOUR\nTI  - Suelos del páramo\nAU  - Núñez, Carla\nAU  - Rojas, P.\nPY  - 2021/05/01\n"
    "DO  - 10.1000/paramo\nUR  - https://example.org/p\nLA  - spa\nER  - \n"
)


def one(text):
    references, notices = read_references(text)
    assert len(references) == 1 and not notices
    return references[0]


def test_bibtex_is_read_with_its_accents():
    found = one(ARTICLE)
    assert not found.problems and found.line == 3
    assert found.facts == {
        "title": "Carbone des parcs Agroforestiers: une étude & 50% de plus",
        "authors": "Diallo, Amina; Müller, Jörg",
        "year": 2019,
        "doi": "https://doi.org/10.1016/J.GEO.2019.1",
        "address": "https://example.org/a_b",
        "description": "Geoderma",
        "language": "fr",
    }


@pytest.mark.parametrize("text", [RIS, RIS.replace("  - ", " - "), RIS.replace("\n", "\r\n"), "\ufeff" + RIS])
def test_ris_is_read(text):
    facts = one(text.encode("utf-8")).facts
    assert facts["title"] == "Suelos del páramo"
    assert facts["authors"] == "Núñez, Carla; Rojas, P."
    assert (facts["year"], facts["doi"], facts["language"]) == (2021, "10.1000/paramo", "es")


def test_hundreds_of_authors_are_cut_between_two_names():
    many = " and ".join(f"Núñez, Carla {number}" for number in range(300))
    authors = one(f"@misc{{a, title={{X}}, author={{{many}}}}}").facts["authors"]
    assert authors.startswith("Núñez, Carla 0; Núñez, Carla 1;") and authors.endswith("; …")
    assert len(authors) <= 1000


def test_older_programs_write_another_alphabet():
    references, notices = read_references("@book{a, title = {Étude}}".encode("cp1252"))
    assert references[0].title == "Étude"
    assert "Windows-1252" in notices[0]
    assert read_references(RIS.encode("utf-16"))[0][0].title == "Suelos del páramo"


def test_broken_entry_spoils_no_other():
    text = "@article{a, title = {Half\n@book{b, title = {Whole}}\n@misc{c, title = unknown}\n@misc{d title}\n"
    text += "@misc{,title={No key}}"
    problems = [(each.line, each.title, len(each.problems)) for each in read_references(text)[0]]
    assert problems == [(1, "", 1), (2, "Whole", 0), (3, "", 1), (4, "", 1), (5, "No key", 0)]
    text = "TY  - JOUR\nTI  - Half\n" + RIS
    assert [each.title for each in read_references(text)[0]] == ["", "Suelos del páramo"]


NOTHING = "No reference was found"
AWFUL = {
    "nothing": (b"  \n ", "nothing in it"),
    "no references": (b"Dear colleague, here are my papers.", NOTHING),
    "null bytes": (b"@article{a, title={x\0y}}", "not a text file"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a text file"),
    "a workbook": (b"PK\x03\x04" + b"\x00" * 100, "not a text file"),
    "half of UTF-16": (b"\xff\xfe\x00", "not a text file"),
    "too large": (b"@misc{a, title={" + b"x" * MOST_BYTES + b"}}", "more than 1 MB"),
    "too many": (b"@misc{a, title={x}}\n" * 501, "501 entries"),
    "too many of RIS": (b"TY  - JOUR\nER  - \n" * 501, "501 entries"),
    "comments only": (b"@comment{x}\n@string{a = {b}}", NOTHING),
}


@pytest.mark.parametrize("name", AWFUL)
def test_awful_files_are_refused_with_a_sentence(name):
    data, words = AWFUL[name]
    with pytest.raises(ValidationError, match=words):
        read_references(data)


REFUSED = {
    "deep nesting": "@misc{a, title = " + "{" * 5000 + "x" + "}" * 5000 + "}",
    "deep and open": "@misc{a, title = " + "{" * 100_000,
    "one endless entry": "@misc{a, title = {" + "soil " * 10_000 + "}}",
    "macros that call each other": "@string{a = b # b}\n@string{b = a # a}\n@misc{x, title = a}",
    "no field": "@misc{a}",
    "no end": "@misc{",
    "brackets astray": "@misc{a, title = }}}}{{{{",
    "RIS without end": "TY  - JOUR\nTI  - " + "x" * 9000,
    "RIS of noise": "TY  - JOUR\n" + "\n".join("§§  - \u202e" for _number in range(100)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_awful_entries_are_told_of_one_by_one(name):
    begin = time.monotonic()
    found = read_references(REFUSED[name])[0]
    assert found[-1].problems
    assert time.monotonic() - begin < 5


def test_nothing_that_is_typed_breaks_the_reading():
    """A few hundred texts made of pieces of references, the same ones in every run."""
    chance = random.Random(4000)
    pieces = [
        *'@{}()=,#"\\%$~\n-',
        "@article{",
        "title",
        "\\'e",
        "TY  - ",
        "ER  - ",
        "{\\input{/etc/passwd}}",
        "é",
        "AU  - x",
        "and",
        "10.1/x",
        "'" * 9,
        "\\begin{x}",
    ]
    for _number in range(300):
        text = "@misc{a,title={" * chance.randint(0, 1) + "".join(chance.choices(pieces, k=40))
        try:
            references, _notices = read_references(text)
        except ValidationError:
            continue
        for reference in references:
            assert reference.problems or isinstance(reference.title, str)


def test_files_of_the_machine_are_not_read():
    assert "root" not in one(r"@misc{a, title = {Soil \input{/etc/passwd} \include{/etc/passwd}}}").title


@pytest.mark.django_db
def test_dry_run_tells_what_each_entry_would_do(a2):
    doi = RegisterItemFactory(doi="10.1016/j.geo.2019.1", title="Carbone des parcs")
    known = RegisterItemFactory(title="Soil carbon in the drylands of Mali", year=2020)
    entries = [
        ("title={Suelos del Páramo}", "new"),
        ("title={Suelos del paramo!}", "duplicate"),
        ("title={Soil carbon in drylands of Mali}", "duplicate"),
        ("title={Soil carbon in drylands of Mali}, year=2021", "new"),
        ("title={Suelos}, doi={nonsense}", "refused"),
        ("year=2000", "refused"),
    ]
    text = ARTICLE + "".join(f"@misc{{a, {fields}}}\n" for fields, _outcome in entries)
    report = Report(a2, read_references(text)[0], type="literature", regions=[])
    assert [finding.outcome for finding in report.findings] == ["duplicate", *[outcome for _fields, outcome in entries]]
    assert [finding.known for finding in report.duplicates] == [doi, "line 10", known]
    assert "not a DOI" in report.refused[0].problems[0]
    assert not Activity.objects.filter(verb="added", source="import").exists()


@pytest.mark.django_db
def test_import_writes_what_is_new_and_nothing_twice(a2, amina):
    references = read_references(
        "@misc{a, title={Erosion in Benin}, doi={10.1000/a}}\n@misc{b, title={Grazing}}\n@misc{c}"
    )[0]
    choices = {"type": "project", "regions": [region("africa")]}
    seen = Report(a2, references, **choices).stamp
    report, is_written = import_references(a2, references, by=amina, seen=seen, **choices)
    assert is_written and len(report.new) == 2
    rows = RegisterItem.objects.with_region_slugs().values_list("title", "type", "region_slugs", "added_by")
    assert {*map(repr, rows)} == {
        repr((title, "project", ["africa"], amina.pk)) for title in ("Erosion in Benin", "Grazing")
    }
    assert Activity.objects.filter(verb="added", source="import").count() == 2
    report, is_written = import_references(a2, references, by=amina, seen=seen, **choices)
    assert not is_written and not report.new
    report, is_written = import_references(a2, references, by=amina, seen=report.stamp, **choices)
    assert is_written and RegisterItem.objects.count() == 2


@pytest.mark.django_db
def test_five_hundred_references_are_judged_by_two_questions(a2, django_assert_max_num_queries):
    for _number in range(3):
        RegisterItemFactory()
    text = "\n".join(
        f"@article{{k{n}, title={{{hex(n * 7919)} {hex(n * 104729)} {hex(n * 15485863)}}}}}" for n in range(500)
    )
    references = read_references(text)[0]
    with django_assert_max_num_queries(2):
        report = Report(a2, references, type="literature", regions=[])
    assert len(report.new) == 500
