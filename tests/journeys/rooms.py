"""What people do in rooms, with a browser: they write, answer, report, hide, object, ask and find."""

from playwright.sync_api import expect

from tests.journeys.steps import choose, press, register


def begin_discussion(page, room, language, title, text):
    """From the room's own page; ends on the page of the discussion."""
    page.goto(f"/{language}/spaces/{room}/")
    page.locator(f'main a[href$="/spaces/{room}/discussions/"]:visible').first.click()
    page.locator('main a[href$="/discussions/start/"]').first.click()
    page.fill("input[name=title]", title)
    page.fill("textarea[name=text]", text)
    press(page, "main form:has(textarea[name=text])")
    expect(page.locator("h1").get_by_text(title)).to_be_visible()
    return page.url


def answer_in_discussion(page, url, text, *, quoting=False):
    """A further post, taking up the first one if `quoting`."""
    page.goto(url)
    if quoting:
        page.locator('main a[href*="?quote="]').first.click()
    page.fill("textarea[name=text]", text)
    press(page, 'main form[action*="/reply/"]')
    expect(page.locator("main .prose").get_by_text(text)).to_be_visible()


def press_in_post(page, words, control):
    """Press `control` in the post that says `words`."""
    post = page.locator("li.row", has=page.locator(".prose", has_text=words)).first
    fold = post.locator(f"details:has({control})")
    if fold.count() and not fold.first.evaluate("element => element.open"):
        fold.first.locator("summary").first.click()
    post.locator(control).first.click()
    page.wait_for_load_state()


def give_words(page, name, words):
    """A page that asks for some words before it acts."""
    page.fill(f"main [name={name}]", words)
    press(page, f"main form:has([name={name}])")


def find(page, language, words, expected):
    """By the field at the top, which a phone keeps in its menu; follows what was found."""
    page.goto(f"/{language}/")
    menu = page.locator("details.menu")
    if menu.is_visible() and not menu.evaluate("element => element.open"):
        menu.locator("summary").click()
    page.fill("header input[name=q]", words)
    page.locator("header form[role=search] button").click()
    page.locator("main .row-title a", has_text=expected).first.click()
    expect(page.locator("h1").get_by_text(expected)).to_be_visible()


def ask_scientists(page, language, title, text, theme):
    """From the list of questions; ends on the page of the question."""
    page.goto(f"/{language}/questions/")
    page.locator('main a[href$="/questions/ask/"]').first.click()
    page.fill("main input[name=title]", title)
    page.fill("main textarea[name=text]", text)
    choose(page, f'main input[name=themes][value="{theme}"]')
    press(page, "main form:has(textarea[name=text])")
    expect(page.locator("h1").get_by_text(title)).to_be_visible()
    return page.url


def follow_duty(page, language, about):
    """Open what waits, from "My duties"."""
    page.goto(f"/{language}/home/")
    page.locator("main li.row", has_text=about).locator("a").first.click()
    page.wait_for_load_state()


def sign_up(page, language, address, name):
    """From the first page, with the code of the mail; ends on "My duties"."""
    page.goto(f"/{language}/account/signup/")
    register(page, address, name)
    page.goto(f"/{language}/home/")


def first_step(page):
    """Follow the first thing that is still to do in one's first days."""
    page.locator(".checklist li:not(.is-done) a").first.click()
    page.wait_for_load_state()


def number_done(page, language):
    """How many of the five things are done, as the card says it."""
    page.goto(f"/{language}/home/")
    return page.locator(".checklist li.is-done").count()
