"""The same practice in other databases: one form of writing for each code."""

import pytest

from practices.elsewhere import addresses_of, fao_code, wocat_code
from tests.factories.practices import PracticeFactory


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("technologies_1234", "technologies_1234"), ("1234", "technologies_1234"), ("T_01234", "technologies_1234")),
        *(("approaches_77", "approaches_77"), ("WOCAT: approach 77", "approaches_77"), ("moon", "")),
        ("https://qcat.wocat.net/en/wocat/technologies/view/technologies_1234/", "technologies_1234"),
        ("https://qcat.wocat.net/fr/wocat/approaches/view/approaches_77/?as=pdf", "approaches_77"),
        ("https://qcat.wocat.net/en/summary/1234/", "technologies_1234"),
        ("https://evil.example/wocat.net/technologies/view/technologies_1/", ""),
        ("https://evilwocat.net/en/wocat/technologies/view/technologies_1/", ""),
    ],
)
def test_wocat_code_has_one_form(typed, code):
    assert wocat_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("TECA 8372", "teca_8372"), ("teca_8372", "teca_8372")),
        ("https://www.fao.org/teca/en/technologies/8372", "teca_8372"),
        ("  Zaï   pits ", "zai pits"),
    ],
)
def test_fao_code_has_one_form(typed, code):
    assert fao_code(typed) == code


def test_codes_lead_to_their_pages():
    found = addresses_of({"wocat_code": "approaches_77", "fao_code": "teca_8372"})
    assert [address for _name, _code, address in found] == [
        "https://qcat.wocat.net/en/wocat/approaches/view/approaches_77/",
        "https://www.fao.org/teca/en/technologies/8372",
    ]


@pytest.mark.django_db
def test_address_that_is_typed_is_kept_as_code(victor):
    practice = PracticeFactory(author=victor)
    practice.write({"wocat_code": "https://qcat.wocat.net/en/summary/1234/"}, by=victor)
    assert practice.contents["wocat_code"] == practice.wocat_code == "technologies_1234"
    assert practice.write({"wocat_code": "something"}, by=victor).keys() == {"wocat_code"}
