"""What people do with a datasheet, with a browser: they begin, fill in, go on elsewhere, hand it over and read it."""

from playwright.sync_api import expect

from practices.models import Practice
from tests.journeys.steps import choose, press

SAVE = ".save-line button"


def begin_sheet(page, language, title):
    """From the list of practices; ends on the page of the first section. Returns its Practice."""
    page.goto(f"/{language}/practices/")
    page.locator('main a[href$="/practices/new/"], header a[href$="/practices/new/"]').first.click()
    page.fill("main input[name=title]", title)
    press(page, "main form:has(input[name=title])")
    expect(page.locator(SAVE).first).to_be_visible()
    return Practice.objects.latest("pk")


def go_on_with(page, language, title):
    """From the list of her own sheets to the first section of this one."""
    page.goto(f"/{language}/practices/mine/")
    page.locator("main .row-title a", has_text=title).click()
    page.locator("main .row-title a").first.click()
    expect(page.locator(SAVE).first).to_be_visible()


def tick(page, question, code):
    """Press the words beside a box, which may lie in a fold."""
    fold = page.locator(f"details:has(#id_{question}_{code})")
    if fold.count() and not fold.evaluate("element => element.open"):
        fold.locator("summary").click()
    choose(page, f"#id_{question}_{code}")


def save(page, then):
    """Press the button of the line that stays in sight: "next" or "desk"."""
    page.locator(f"{SAVE}[value={then}]").click()
    page.wait_for_load_state()


def submit(page, authors):
    """From the desk: look at the whole sheet, say who is named, hand it over."""
    page.locator('main ~ aside a[href$="/desk/check/"], a[href$="/desk/check/"]').first.click()
    page.fill("main input[name=authors]", authors)
    press(page, "main form:has(input[name=authors])")


def is_as_wide_as_the_screen(page):
    """Whether nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
