"""`manage.py check_data` about practices that stand in other databases, too."""

import pytest

from home.checking import findings
from tests.factories.practices import PracticeFactory

pytestmark = pytest.mark.django_db


def warnings():
    return [finding.sentence for finding in findings() if finding.severity == "warning"]


def test_two_public_sheets_with_one_code_are_looked_at():
    one, other = (PracticeFactory(status="published", answers={"wocat_code": "1234"}) for _each in range(2))
    PracticeFactory(answers={"wocat_code": "1234"})
    assert f"practices {one.code}, {other.code} have the same WOCAT code technologies_1234" in warnings()


def test_different_codes_are_nothing_to_look_at():
    for code in ("1234", "1235"):
        PracticeFactory(status="published", answers={"wocat_code": code})
    assert not any("WOCAT" in sentence for sentence in warnings())
