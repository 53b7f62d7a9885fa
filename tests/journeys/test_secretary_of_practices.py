"""The secretary sees on Today what waits, finds somebody for it, and keeps words, tags and sources in order."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.models import User
from practices.models import Practice, Provenance, Tag, Term
from tests.factories.practices import PracticeFactory
from tests.journeys.steps import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RECORDS = Path(__file__).parents[1] / "practices" / "files" / "wocat.json"
SHEETS = "/admin/practices/practice/"


def enters(open_browser, person, language="en"):
    """A window in which the secretary is signed in, in her language."""
    User.objects.filter(pk=person.pk).update(language=language)
    window = open_browser(language=language)
    sign_in(window, person.email, language)
    return window


def waiting_for(days, **facts):
    """A sheet that was handed over so many days ago."""
    practice = PracticeFactory(status="submitted", **facts)
    Practice.objects.filter(pk=practice.pk).update(submitted_at=timezone.now() - timedelta(days=days))
    return practice


def choose_by_typing(page, field, words):
    """One of thousands, found by the first letters."""
    page.locator(f"select[name={field}] + .select2 .select2-selection").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option", has_text=words).first.click()


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_what_waits_on_today_gets_a_reviewer(open_browser, cast, language):
    young, old = waiting_for(2, title="Stone bunds"), waiting_for(40, title="Half moons")
    page, reviewer = enters(open_browser, cast.sofia, language), cast.fatou
    page.goto("/admin/")
    expect(page.locator(f"html[lang={language}]")).to_be_visible()
    queue = page.locator('.today-list a[href*="waiting=reviewer"]')
    expect(queue.locator(".today-number")).to_have_text("2")
    expect(queue.locator(".today-late")).to_be_visible()
    queue.click()
    rows = page.locator("#result_list tbody tr")
    expect(rows).to_contain_text([old.title, young.title])
    expect(rows.first.locator(".field-waiting_days")).to_have_text("40")

    rows.first.locator("a", has_text=old.title).click()
    page.locator('.verbs a[href$="/assign-reviewer/"]').click()
    choose_by_typing(page, "user", reviewer.name)
    page.fill("input[name=due_on]", f"{timezone.localdate() + timedelta(days=14)}")
    page.locator("form button.is-main").click()
    page.wait_for_url("**/change/")
    expect(page.locator("main, #content").first).to_contain_text(reviewer.name)
    assert old.assignments.get().user == reviewer
    page.goto("/admin/")
    expect(queue.locator(".today-number")).to_have_text("1")
    expect(queue.locator(".today-late")).to_have_count(0)
    assert page.broken == []


def test_sheets_are_tagged_by_the_dozen_and_found_by_a_better_word(open_browser, cast):
    sheets = [PracticeFactory(status="published") for _number in range(3)]
    page = enters(open_browser, cast.sofia)
    page.goto(f"{SHEETS}?status__exact=published")
    for box in page.locator("input.action-select").all():
        box.check()
    page.select_option("select[name=action]", "tag")
    page.locator("button[name=index]").click()
    page.select_option("select[name=answer]", "groups:agroforestry")
    page.locator("form button.is-main").click()
    page.wait_for_url(f"**{SHEETS}**")
    assert {tag.practice for tag in Tag.objects.filter(code="agroforestry")} == set(sheets)

    page.goto("/admin/practices/term/?q=agroforestry")
    page.locator("#result_list a", has_text="agroforestry").first.click()
    page.get_by_text("Spanish", exact=True).click()
    page.fill("#id_name_es", "Agroforestería")
    page.locator("button[name=_save]").click()
    page.wait_for_url("**/admin/practices/term/**")
    assert Term.objects.get(vocabulary__slug="group", code="agroforestry").name_es == "Agroforestería"

    reader = open_browser(language="es")
    reader.goto("/es/practices/?groups=agroforestry")
    expect(reader.locator("ul.chips").get_by_text("Agroforestería")).to_be_visible()
    expect(reader.locator("main .row-title a")).to_have_count(3)
    assert page.broken == reader.broken == []


def test_records_of_another_database_are_shown_before_they_come_in(open_browser, cast):
    page = enters(open_browser, cast.sofia)
    page.goto("/admin/practices/provenance/import/")
    page.select_option("select[name=mapping]", "wocat")
    page.set_input_files("input[name=file]", str(RECORDS))
    page.locator("form button.is-main").click()
    expect(page.locator(".import-count.is-new strong")).to_have_text("2")
    assert not Practice.objects.exists()
    page.locator("form:has(input[name=preview]) button.is-main").click()
    page.wait_for_url("**/admin/practices/provenance/")
    assert Practice.objects.count() == Provenance.objects.count() == 2
    expect(page.locator("#result_list")).to_contain_text("WOCAT")
    assert page.broken == []
