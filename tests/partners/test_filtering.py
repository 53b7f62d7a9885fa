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
    page.select_option("select[name=region]", "africa")
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
    page.select_option("select[name=region]", "africa")
    page.locator("form.filters button").click()
    expect(page.locator("#results tbody tr")).to_have_count(1)
    assert page.locator("select[name=region]").input_value() == "africa"
