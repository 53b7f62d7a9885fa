"""What people do with a datasheet, with a browser: they write it, hand it over, review, publish and find it."""

from playwright.sync_api import expect

from practices.models import Practice
from tests.journeys.rooms import follow_duty
from tests.journeys.steps import choose, open_fold, press

SAVE = ".save-line button"


# Whoever writes it.


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


def read_what_is_asked(page, language, practice, *, reason, comment):
    """From "My duties" to the desk, where the reason stands above, and the comment beside its section."""
    follow_duty(page, language, practice.title)
    expect(page.locator(".notice").get_by_text(reason)).to_be_visible()
    expect(page.locator("main .remarks").get_by_text(comment)).to_be_visible()


def settle_comment(page):
    """On the desk: what the only open comment asks for has been done."""
    press(page, 'main form[action$="/settle/"]')
    expect(page.locator('main form[action$="/settle/"]')).to_have_count(0)


# Whoever reviews it, and the secretariat.


def ask_to_review(page, language, practice, person):
    """From "My duties" to the desk, and from there to somebody who is found by name."""
    follow_duty(page, language, practice.title)
    page.locator('a[href$="/desk/assign/"]').first.click()
    page.fill("main input[name=q]", person.name)
    press(page, "main form[role=search]")
    choose(page, f"#id_person_{person.pk}")
    press(page, "main form:has(input[name=person])")
    expect(page.locator("aside").get_by_text(person.name).first).to_be_visible()


def waits_on_duties(page, language, practice):
    """Something is to be done about it, says "My duties"."""
    page.goto(f"/{language}/home/")
    expect(page.locator("main li.row", has_text=practice.title)).to_be_visible()


def open_from_queue(page, language, practice):
    """From her own sheets to what she is asked to review, and to this one."""
    page.goto(f"/{language}/practices/mine/")
    page.locator('header a[href$="/practices/reviews/"]').click()
    page.locator("main .row-title a", has_text=practice.title).click()
    expect(page.locator("h1").get_by_text(practice.title)).to_be_visible()


def comment_on(page, section, words):
    """On the desk: a remark beside a section, which stands there from then on."""
    beside = page.locator(f"section:has(#{section}-title)")
    beside.locator("details.act summary").last.click()
    beside.locator("textarea[name=text]").fill(words)
    beside.locator('form[action$="/desk/comment/"] button').click()
    expect(beside.locator(".remarks").get_by_text(words)).to_be_visible()


def send_back(page, reason):
    """On the desk: its author should change something first."""
    form = 'form[action$="/desk/send-back/"]'
    open_fold(page, form)
    page.fill(f"{form} textarea", reason)
    press(page, form)


def find_right(page):
    """On the desk: it can be published."""
    press(page, 'form[action$="/desk/review/"]')
    expect(page.locator('form[action$="/desk/review/"]')).to_have_count(0)


def publish(page, language, practice):
    """From "My duties" to the desk: everybody can read it."""
    follow_duty(page, language, practice.title)
    press(page, 'form[action$="/desk/publish/"]')
    expect(page.locator('form[action$="/desk/publish/"]')).to_have_count(0)


# Screens.


def is_as_wide_as_the_screen(page):
    """Whether nothing makes the page scroll sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
