"""The pages on which a datasheet is written."""

import pytest
from django.urls import reverse

from practices.forms.section import SectionForm
from practices.models import Practice
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = pytest.mark.django_db


def test_newcomer_begins_and_comes_to_the_first_section(client, victor):
    client.force_login(victor)
    page = client.post(reverse("practices:begin"), {"title": "Compost", "language": "es"})
    practice = Practice.objects.get()
    assert page.url == reverse("practices:section", args=[practice.code, "essentials"])


def test_visitor_signs_in_first(client):
    assert client.get(reverse("practices:begin")).status_code == 302


def test_every_section_opens_in_every_language(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    for section in practice.form.sections:
        for language in ("en", "fr"):
            page = client.get(reverse("practices:section", args=[practice.code, section.key]) + f"?in={language}")
            assert page.status_code == 200


def test_typed_section_is_kept(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    address = reverse("practices:section", args=[practice.code, "natural"])
    page = client.post(address, {"climate_zone": "semi_arid", "soil_group": ["vertisols"], "ph": "6,5", "then": "desk"})
    assert page.url == practice.desk_url
    practice.refresh_from_db()
    assert practice.contents["climate_zone"] == "semi_arid"
    assert practice.contents["soil_group"] == ["vertisols"]
    assert practice.contents["ph"] == 6.5


def test_lines_are_kept_in_their_order(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    lines = {
        "strengths-TOTAL_FORMS": "3",
        "strengths-INITIAL_FORMS": "0",
        "strengths-0-view": "land_user",
        "strengths-0-text": "Less weeding",
        "strengths-2-text": "Cheap",
    }
    client.post(reverse("practices:section", args=[practice.code, "impacts"]), lines)
    practice.refresh_from_db()
    assert [row["text"] for row in practice.contents["strengths"]] == ["Less weeding", "Cheap"]


def test_bad_number_gets_a_sentence_beside_the_field_and_stays_typed(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    address = reverse("practices:section", args=[practice.code, "natural"])
    page = client.post(address, {"ph": "sour", "rainfall_mm": "650"})
    assert page.status_code == 200
    assert 'value="sour"' in page.content.decode()
    practice.refresh_from_db()
    assert practice.contents["rainfall_mm"] == 650


def test_stranger_does_not_find_a_draft(client, bruno, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(bruno)
    assert client.get(practice.desk_url).status_code == 404


def test_reader_of_what_is_published_has_no_desk_there(client, bruno, victor):
    practice = PracticeFactory(author=victor, status="published")
    client.force_login(bruno)
    assert client.get(practice.desk_url).status_code == 403
    assert client.get(practice.get_absolute_url()).status_code == 200


def test_author_checks_and_submits(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    address = reverse("practices:check", args=[practice.code])
    assert "Straw is left on the beds." in client.get(address).content.decode()
    client.post(address, {"authors": "Almeida, V.", "licence": "cc-by"})
    practice.refresh_from_db()
    assert (practice.status, practice.authors) == (Practice.Status.SUBMITTED, "Almeida, V.")


def test_words_in_the_autosave_are_kept_without_a_page(client, victor):
    practice = PracticeFactory(author=victor)
    client.force_login(victor)
    address = reverse("practices:autosave", args=[practice.code, "classification"])
    answer = client.post(address, {"area_ha": "12", "seen": practice.revision, "pen": "one"})
    assert answer.status_code == 204
    practice.refresh_from_db()
    assert practice.contents["area_ha"] == 12
    assert client.post(address, {"area_ha": "13", "seen": "0", "pen": "two"}).status_code == 409
    assert client.get(address).status_code == 405


def test_another_word_in_the_address_leads_to_the_page(client, victor):
    practice = PracticeFactory(author=victor, status="published")
    page = client.get(f"/en/practices/{practice.code}-something-else/")
    assert (page.status_code, page.url) == (301, practice.get_absolute_url())


def test_archived_sheet_answers_410_with_its_reason(client, victor):
    practice = PracticeFactory(author=victor, status="archived")
    page = client.get(practice.get_absolute_url())
    assert page.status_code == 410
    assert "It was withdrawn by its author." in page.content.decode()


def test_lines_that_are_filled_are_folded_and_told_in_short(client, victor):
    impacts = [{"impact": "soil_moisture", "score": 2}, {"impact": "workload", "score": -1}]
    practice = PracticeFactory(author=victor, answers={"impacts": impacts})
    client.force_login(victor)
    page = client.get(reverse("practices:section", args=[practice.code, "impacts"])).content.decode()
    assert "Soil moisture · +2" in page
    assert "· −1" in page


def test_long_lists_show_what_is_chosen_and_fold_the_rest(client, victor):
    practice = PracticeFactory(author=victor, answers={"soil_group": ["vertisols"]})
    form = SectionForm(practice.form.section("natural"), practice.contents, language="en")
    part = next(part for part in form.parts if part.question.key == "soil_group")
    chosen, others = part.folds
    assert [label.code for label, _ticked in chosen[1]] == ["vertisols"]
    assert (part.number_chosen, others[0].name, len(others[1]), others[2]) == (1, "More choices", 31, 0)


def test_numbers_are_typed_and_told_as_the_language_writes_them(client, victor):
    practice = PracticeFactory(author=victor, answers=MEASURED | {"ph": 6.5, "rainfall_mm": 650})
    client.force_login(victor)
    address = reverse("practices:section", args=[practice.code, "natural"]).replace("/en/", "/fr/")
    page = client.get(address).content.decode()
    assert 'value="6,5"' in page
    assert 'aria-describedby="id_rainfall_mm_unit"' in page
    carbon = client.get(reverse("practices:section", args=[practice.code, "carbon"]).replace("/en/", "/fr/"))
    assert "48,5 · 30 cm" in carbon.content.decode()
    client.post(address, {"ph": "6,5"})
    practice.refresh_from_db()
    assert practice.contents["ph"] == 6.5
