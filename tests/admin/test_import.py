"""Organisations from a spreadsheet: shown first, written all or none, twice the same as once."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext, override_settings
from django.urls import reverse
from openpyxl import load_workbook

from core.models import Activity
from partners.models import Partner
from tests.admin.dirty_files import COLUMNS, DIRTY_FILES, GOOD, HEADER, workbook
from tests.factories import PartnerFactory

URL = "/admin/partners/partner/import/"


@pytest.fixture
def desk(client, sofia):
    client.force_login(sofia)
    return client


def send(desk, content, name="organisations.csv"):
    """The page after a file was sent."""
    return desk.post(URL, {"file": SimpleUploadedFile(name, content)})


def confirm(desk, page):
    """Press the button below a preview."""
    return desk.post(URL, {"preview": page.context_data["preview"]})


def counts(page):
    return page.context_data["report"].counts


@pytest.mark.parametrize(("content", "expected"), DIRTY_FILES.values(), ids=DIRTY_FILES)
def test_dirty_file_is_refused_in_words_and_writes_nothing(desk, content, expected):
    before = Partner.objects.count(), Activity.objects.count()
    page = send(desk, content)
    assert page.status_code == 200
    if isinstance(expected, str):
        assert expected in str(page.context_data["form"].errors["file"])
    else:
        refused = {outcome.number: " ".join(outcome.reasons) for outcome in page.context_data["report"].of("refused")}
        assert refused.keys() == expected.keys()
        assert all(words in refused[number] for number, words in expected.items())
    assert page.context_data["preview"] is None
    assert (Partner.objects.count(), Activity.objects.count()) == before


@pytest.mark.parametrize("content", [b"", b"  \n\n", HEADER.encode()], ids=["empty", "blank", "headers only"])
def test_empty_file_is_refused_in_words(desk, content):
    errors = str(send(desk, content).context_data["form"].errors["file"])
    assert "The file is empty" in errors or "no line below" in errors


def test_every_wrong_word_of_a_line_is_named_at_once(desk):
    page = send(desk, DIRTY_FILES["with unknown words"][0])
    assert len(page.context_data["report"].of("refused")[0].reasons) == 4


def test_preview_writes_nothing_and_confirmation_writes_all(desk, sofia):
    PartnerFactory(name="Old Institute", acronym="OI")
    content = (
        "Name;Type;Legal nature;Country;Status;Website\n"
        "Institut des Sols;research;public;Bénin;partner;https://sols.example\n"
        "Fundación Verde;Foundation or donor;non-profit;ESP;candidate;\n"
        "Old institute;research;non_profit;fr;member;\n"
    )
    page = send(desk, content.encode())
    assert counts(page) == {"new": 2, "changed": 1, "same": 0, "refused": 0}
    assert Partner.objects.count() == 1
    assert confirm(desk, page).status_code == 302
    sols = Partner.objects.get(name="Institut des Sols")
    assert (sols.status, sols.country_id, sols.website) == ("partner", "BJ", "https://sols.example")
    assert Partner.objects.get(name="Fundación Verde").status == "candidate"
    old = Partner.objects.get(name="Old Institute")
    assert (old.status, old.acronym) == ("member", "OI")
    registered, admitted = Activity.objects.about(sols).order_by("pk")
    assert (registered.verb, admitted.verb) == ("registered", "admitted")
    assert {registered.source, admitted.source} == {"import"}
    assert {registered.actor, admitted.actor} == {sofia}
    event = sols.pgh_event_model.objects.filter(pgh_obj=sols).first()
    assert event.pgh_context.metadata["source"] == "import"


def test_same_file_again_changes_nothing(desk):
    content = (HEADER + "Institut des Sols,research,public,FR,partner,2020-05-01\n").encode()
    confirm(desk, send(desk, content))
    activities = Activity.objects.count()
    page = send(desk, content)
    assert counts(page) == {"new": 0, "changed": 0, "same": 1, "refused": 0}
    confirm(desk, page)
    assert Activity.objects.count() == activities


def test_unusual_forms_of_good_files_are_read(desk):
    text = "name;type;nature;country\nUniversité d’Été;research;public;FR\n"
    for number, content in enumerate(
        [text.encode("utf-8-sig"), text.replace(";", "\t").encode("utf-16"), text.encode("cp1252"), text.encode()]
    ):
        page = send(desk, content)
        assert page.context_data["report"].is_accepted, number
        assert page.context_data["report"].outcomes[0].name == "Université d’Été"


def test_text_that_looks_like_a_formula_stays_text_there_and_back(desk, sofia):
    page = send(desk, b'name,type,nature,country\n"\'=1+1",research,public,FR\n+Soil,research,public,FR\n')
    confirm(desk, page)
    assert set(Partner.objects.values_list("name", flat=True)) == {"=1+1", "+Soil"}
    exported = desk.post(reverse("admin:partners_partner_export"), {"kind": "csv"}).content
    assert b"'=1+1" in exported
    assert counts(send(desk, exported)) == {"new": 0, "changed": 0, "same": 2, "refused": 0}
    exported = desk.post(reverse("admin:partners_partner_export"), {"kind": "xlsx"}).content
    assert {row[0].data_type for row in load_workbook(io.BytesIO(exported)).active.iter_rows()} == {"s"}
    assert counts(send(desk, exported, "list.xlsx")) == {"new": 0, "changed": 0, "same": 2, "refused": 0}


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Soil Corp,company,public,FR,,", "A private company is commercial by nature"),
        ("Old Member,company,commercial,FR,,", "A commercial body can be a partner, never a member"),
        ("Institute,research,public,FR,friend of ours,", "is not a status"),
    ],
)
def test_rules_of_the_house_hold_in_files_too(desk, line, words):
    PartnerFactory(name="Old Member", status="member")
    report = send(desk, f"{HEADER}{line}\n".encode()).context_data["report"]
    assert words in report.of("refused")[0].reasons[0]


def test_line_that_breaks_a_field_names_it(desk):
    content = b"name,type,nature,country,website\nInstitute,research,public,FR,no address\n"
    reasons = send(desk, content).context_data["report"].of("refused")[0].reasons
    assert reasons == ["Website: Enter a valid URL."]


def test_number_of_queries_per_line_is_bounded(desk, sofia):
    def queries_for(number):
        lines = "".join(f"Institute {number}-{each},research,public,FR,partner,\n" for each in range(number))
        with CaptureQueriesContext(connection) as queries:
            assert send(desk, (HEADER + lines).encode()).context_data["report"].is_accepted
        return len(queries)

    assert queries_for(22) - queries_for(2) <= 20 * 16


def test_grave_changes_are_not_made_by_a_file(desk):
    PartnerFactory(name="Gone", status="left")
    PartnerFactory(name="Here")
    lines = "Gone,research,non_profit,FR,partner,\nHere,research,non_profit,FR,suspended,\n"
    report = send(desk, (HEADER + lines).encode()).context_data["report"]
    first, second = (outcome.reasons[0] for outcome in report.of("refused"))
    assert "Admit it again on its page" in first
    assert "A file cannot make an organisation “suspended”" in second


def test_what_became_wrong_since_the_preview_is_refused_as_a_whole(desk):
    page = send(desk, (HEADER + "A,research,public,FR,,\nB,research,public,FR,partner,\n").encode())
    PartnerFactory(name="B", status="left")
    again = confirm(desk, page)
    assert counts(again)["refused"] == 1
    assert not Partner.objects.filter(name="A").exists()


def test_forged_preview_is_refused(desk):
    page = desk.post(URL, {"preview": "forged"})
    assert page.context_data["report"] is None
    assert not Partner.objects.exists()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old kind"),
        (b"GIF89a\0\0", "not a spreadsheet"),
        (b"<html><table></table></html>", "not a spreadsheet"),
        (b"PK\x03\x04 broken", "not a spreadsheet"),
        (b"one word only", "not a spreadsheet"),
    ],
)
def test_wrong_kinds_are_recognised_by_content(desk, content, words):
    assert words in str(send(desk, content, "organisations.xlsx").context_data["form"].errors["file"])


def archive(**parts):
    """A zip file with these parts, packed as tightly as it goes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def test_zip_that_unpacks_to_too_much_is_not_opened(desk):
    bomb = archive(**{"xl/workbook.xml": "<a/>", "xl/worksheets/sheet1.xml": b"0" * 30_000_000})
    assert len(bomb) < 100_000
    assert "unpacks to more" in str(send(desk, bomb, "bomb.xlsx").context_data["form"].errors["file"])
    entities = archive(**{"xl/workbook.xml": "<!DOCTYPE lolz [<!ENTITY lol 'lol'>]><a/>"})
    assert "not a spreadsheet" in str(send(desk, entities, "e.xlsx").context_data["form"].errors["file"])


@override_settings(IMPORT_MAX_BYTES=1_000_000)
def test_large_file_is_refused(desk):
    content = HEADER.encode() + b"x" * 1_000_001
    assert "larger than 1 MB" in str(send(desk, content).context_data["form"].errors["file"])


def test_template_can_be_filled_in_and_sent_back(desk):
    content = desk.get(reverse("admin:partners_partner_import_template")).content
    assert counts(send(desk, content, "template.xlsx"))["new"] == 1


def test_workbook_is_read(desk):
    page = send(desk, workbook([*COLUMNS, "gives funds", "unknown"], [*GOOD[:1], "foundation", *GOOD[2:], True, 7]))
    assert counts(page)["new"] == 1
    assert "“unknown” is not known" in page.context_data["report"].notices[0]
    confirm(desk, page)
    assert Partner.objects.get().gives_funds


def test_import_is_refused_to_others(client, carla):
    client.force_login(carla)
    assert client.get(URL).status_code == 403
    assert send(client, b"").status_code == 403
    assert client.get(reverse("admin:partners_partner_import_template")).status_code == 403
