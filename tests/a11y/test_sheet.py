"""Nothing axe can find on the pages of the sheet, and the whole way to publish it without a script."""

import pytest
from playwright.sync_api import expect

from partners.models import Sheet
from tests.a11y.test_axe import enter, faults_here, faults_of
from tests.partners.sheets import WHOLE, files, published

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sheet(house, cast):
    """What AFRIS has published, and a draft of something else."""
    assert cast.amina
    sheet = published(cast.afris, WHOLE | {"needs_en": ""}, files=files())
    sheet.save_draft(WHOLE | {"short_en": "We grow soil."}, by=cast.amina, files=files())
    return sheet


def test_pages_of_the_sheet(open_browser, live_server, sheet, cast):
    page = open_browser(width=360)
    enter(page, live_server, cast.amina)
    paths = [f"partners/afris/{rest}" for rest in ("", "sheet/", "sheet/preview/")]
    assert faults_of(page, paths) == []
    assert page.broken == []


def test_form_with_an_error_and_with_the_words_of_somebody_else(open_browser, live_server, sheet, cast):
    page = open_browser(language="fr", width=360, javascript=True)
    enter(page, live_server, cast.amina)
    page.goto("/fr/partners/afris/sheet/")
    Sheet.of(cast.afris).save_draft(WHOLE | {"short_en": "Theirs"}, by=cast.sofia)
    page.locator("#id_short_en").fill("Mine")
    page.locator("button[value=save]").click()
    page.wait_for_load_state()
    assert page.locator(".theirs").inner_text().endswith("Theirs")
    expect(page.locator("#id_short_en")).to_have_value("Mine")
    assert faults_here(page) == []
    page.evaluate("document.querySelector('#id_short_en').removeAttribute('maxlength')")
    page.locator("#id_short_en").fill("x" * 301)
    page.locator("button[value=save]").click()
    page.wait_for_load_state()
    expect(page.locator(".error-summary")).to_be_visible()
    assert faults_here(page) == []


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_sheet_is_written_without_a_script(open_browser, live_server, house, cast, language):
    page = open_browser(language=language, width=360, javascript=False)
    enter(page, live_server, cast.amina)
    page.goto(f"/{language}/partners/afris/")
    page.locator("a.button[href$='/sheet/']").click()
    page.locator("#id_short_fr").fill("Nous faisons pousser le sol.")
    page.locator("label[for=id_themes_agroforestry]").click()
    page.locator("#countries summary").first.click()
    page.locator("label[for=id_countries_BJ]").click()
    page.locator("button[value=preview]").click()
    expect(page.locator("main")).to_contain_text("Nous faisons pousser le sol.")
    page.locator("form[action$='/publish/'] button").click()
    expect(page.locator(".standfirst")).to_contain_text("Nous faisons pousser le sol.")
    sheet = Sheet.objects.get(partner=cast.afris)
    assert (sheet.contents["themes"], sheet.contents["countries"]) == (["agroforestry"], ["BJ"])
