"""The facets of the list in a browser: at once with a script, by a button without one."""

import re

import pytest
from playwright.sync_api import expect

from tests.factories import PartnerFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def organisations(house):
    """One organisation in Africa, 21 in Europe."""
    PartnerFactory(name="Fields of Kenya", country_id="KE")
    PartnerFactory.create_batch(21)


def test_choice_changes_the_results_and_the_address(open_browser, organisations):
    page = open_browser()
    page.goto("/en/partners/")
    page.locator("summary", has_text="Region").click()
    page.locator("label[for=f-region-africa]").click()
    expect(page.locator("#results h2")).to_have_text("One organisation fits")
    expect(page).to_have_url(re.compile("region=africa"))
    expect(page.locator("#live")).to_have_text("One organisation fits")
    # The other languages keep the filter.
    page.locator(".languages a[lang=fr]").click()
    expect(page.locator("#results tbody tr")).to_have_count(1)
    assert page.broken == []


def test_the_way_back_shows_whole_pages(open_browser, organisations):
    page = open_browser()
    page.goto("/en/partners/")
    page.locator("a[rel=next]").click()
    expect(page.locator("#results tbody tr")).to_have_count(2)
    page.go_back()
    expect(page.locator("#results tbody tr")).to_have_count(20)
    expect(page.locator("header.masthead")).to_have_count(1)
    assert page.broken == []


def test_button_does_it_without_a_script(open_browser, organisations):
    page = open_browser(javascript=False)
    page.goto("/en/partners/")
    page.locator("summary", has_text="Region").click()
    page.locator("label[for=f-region-africa]").click()
    page.locator(".facet[open] button").click()
    expect(page.locator("#results tbody tr")).to_have_count(1)
    expect(page.locator("input[name=region][value=africa]")).to_be_checked()


def test_facet_stays_open_and_the_address_short(open_browser, organisations):
    page = open_browser()
    page.goto("/en/partners/")
    page.locator("summary", has_text="Region").click()
    page.locator("label[for=f-region-africa]").click()
    expect(page).to_have_url(re.compile(r"/partners/\?region=africa$"))
    expect(page.locator("#f-region-africa")).to_be_visible()
    expect(page.locator("#f-region-africa")).to_be_focused()
    page.locator("label[for=f-region-europe]").click()
    expect(page.locator("#results h2")).to_have_text("22 organisations fit")
    expect(page.locator("#f-region-europe")).to_be_focused()
    page.keyboard.press("Escape")  # the open choices lie above the chips
    page.locator(".chips a").first.click()
    expect(page.locator("#results h2")).to_have_text("21 organisations fit")
    assert page.broken == []
