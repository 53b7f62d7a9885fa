"""Beginning a datasheet and writing it: nothing is lost, nobody writes over somebody else."""

import pytest
from django.core.exceptions import ValidationError

from practices.models import Practice
from practices.models.writing import HELD_FOR, Overtaken
from tests.factories.practices import SHORT, PracticeFactory

pytestmark = pytest.mark.django_db


def test_friend_begins_a_datasheet_and_gets_a_code(victor):
    practice = Practice.objects.begin("Compost in the vineyard", language="es", by=victor)
    assert practice.code == f"P{practice.pk:05d}"
    assert practice.contents == {"title": {"es": "Compost in the vineyard"}}
    assert practice.status == Practice.Status.DRAFT


def test_form_sent_twice_makes_one_sheet(victor):
    key = "4f2b6a5c-0c76-4b5d-9d7e-0a4f6a1d9b11"
    first = Practice.objects.begin("Compost", language="en", key=key, by=victor)
    assert Practice.objects.begin("Compost", language="en", key=key, by=victor) == first


def test_nobody_writes_on_behalf_of_an_organisation_she_does_not_belong_to(victor, cast):
    with pytest.raises(ValidationError):
        Practice.objects.begin("Compost", language="en", organisation=cast.afris, by=victor)


def test_half_a_sheet_is_kept(victor):
    practice = Practice.objects.begin("Compost", language="en", by=victor)
    practice.write({"short_description": "Leaves and manure."}, by=victor)
    practice.refresh_from_db()
    assert practice.contents["short_description"] == {"en": "Leaves and manure."}


def test_what_holds_is_kept_beside_what_does_not(victor):
    practice = PracticeFactory(author=victor)
    faults = practice.write({"ph": 42, "area_ha": 3}, by=victor)
    practice.refresh_from_db()
    assert faults.keys() == {"ph"}
    assert practice.contents["area_ha"] == 3
    assert "ph" not in practice.contents


def test_translation_leaves_the_original_alone(victor):
    practice = PracticeFactory(author=victor, title="Mulching")
    practice.write({"title": "Paillage"}, by=victor, language="fr")
    assert practice.contents["title"] == {"en": "Mulching", "fr": "Paillage"}
    assert practice.title == "Mulching"


def test_code_nobody_knows_is_refused(victor):
    practice = PracticeFactory(author=victor)
    assert practice.write({"land_use": ["moon"]}, by=victor).keys() == {"land_use"}


def test_line_that_lacks_what_it_needs_is_refused_with_its_number(victor):
    practice = PracticeFactory(author=victor)
    faults = practice.write({"carbon": [{"kind": "stock", "value": 40}]}, by=victor)
    assert "Line 1" in faults["carbon"][0]


def test_second_page_overtakes_nobody(victor):
    practice = PracticeFactory(author=victor)
    seen = practice.revision
    practice.write({"area_ha": 3}, by=victor, seen=seen, pen="one")
    with pytest.raises(Overtaken):
        practice.write({"area_ha": 5}, by=victor, seen=seen, pen="two")
    practice.write({"area_ha": 4}, by=victor, seen=seen, pen="one")
    assert practice.contents["area_ha"] == 4


def test_somebody_else_waits_until_the_hold_runs_out(amina, cast, time_machine):
    time_machine.move_to("2026-11-30 10:00 +0000", tick=False)
    practice = PracticeFactory(author=amina, organisation=cast.afris)
    colleague = cast._of(cast.afris, "colleague@example.org", "Colleague", "BJ", "fr", is_focal_point=True)
    practice.write({"area_ha": 1}, by=amina)
    with pytest.raises(ValidationError):
        practice.write({"area_ha": 3}, by=colleague)
    time_machine.shift(HELD_FOR)
    practice.write({"area_ha": 3}, by=colleague)
    assert practice.contents["area_ha"] == 3


def test_submitted_sheet_is_not_written(victor):
    practice = PracticeFactory(author=victor, status="submitted")
    with pytest.raises(ValidationError):
        practice.write({"area_ha": 3}, by=victor)


@pytest.mark.parametrize("key", SHORT)
def test_sheet_that_lacks_something_required_cannot_be_submitted(victor, key):
    practice = PracticeFactory(author=victor)
    practice.write({key: None}, by=victor)
    with pytest.raises(ValidationError):
        practice.submit(by=victor)
