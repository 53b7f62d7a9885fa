"""No accessibility violation that axe can find, on any page: narrow in light and wide in dark, in three languages."""

from itertools import cycle

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.test import Client
from playwright.sync_api import expect

from tests.factories import ApplicationFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # of what is in order nothing is told: a third of the time
}

# Of all it knows about a page, only what is wrong comes here: the rest is half of the time.
RUN = """rules => axe.run(rules).then(found =>
    found.violations.map(fault => [fault.id, fault.nodes[0].html.slice(0, 160)]))"""

PUBLIC = [
    "",
    "objectives/",
    "objectives/a/",
    "objectives/a2/",
    "objectives/a2/versions/",
    "task-forces/",
    "task-forces/a2/",
    "partners/",
    "partners/?q=nothing-like-this",
    "partners/?type=research&near=Paris&country=FR",
    "partners/map/",
    "partners/afris/",
    "partners/apply/",
    "partners/apply/declaration/",
    "colleges/",
    "colleges/research-and-teaching/",
    "funders/",
    "friends/",
    "about/",
    "conduct/",
    "privacy/",
    "accessibility/",
    "account/login/",
    "account/signup/",
    "account/login/code/",
    "account/password/reset/",
    "no-such-page/",
]
FRIEND = [
    "home/",
    "task-forces/b2/join/",
    "account/profile/",
    "account/erase/",
    "notifications/",
    "notifications/settings/",
    "account/email/",
]
LEADER = [
    "home/",
    "task-forces/a2/applications/",
    "task-forces/a2/applications/?show=decided",
    "task-forces/a2/members/",
    "task-forces/a2/register/",
    "task-forces/a2/register/table/",
    "task-forces/a2/register/add/",
    "task-forces/a2/register/import/",
    "task-forces/a2/gaps/name/",
    "partners/afris/people/",
    "partners/afris/place/",
    "account/2fa/",
    "account/sessions/",
    "account/password/change/",
]
# Each page is opened in the next language, as on a phone, and looked at twice: wide in dark, and narrow in light.
LANGUAGES = ("fr", "es", "en")
LOOKS = [(1280, "dark"), (360, "light")]


@pytest.fixture
def scene(cast):
    """Something on every page."""
    cast.amina, cast.fatou, cast.carla, cast.sofia  # noqa: B018
    return ApplicationFactory(person=cast.victor)


def test_public_pages(open_browser, scene):
    page = open_browser(width=360)
    assert faults_of(page, PUBLIC) == []


def test_pages_of_a_friend(open_browser, live_server, scene, cast):
    page = open_browser(width=360)
    enter(page, live_server, cast.victor)
    own = f"task-forces/a2/applications/{scene.pk}/"
    assert faults_of(page, [*FRIEND, own]) == []


def test_pages_of_a_leader(open_browser, live_server, scene, cast):
    page = open_browser(width=360)
    enter(page, live_server, cast.amina)
    assert faults_of(page, [*LEADER, f"task-forces/a2/applications/{scene.pk}/"]) == []


def test_forms_with_errors(open_browser, live_server, scene, cast):
    page = open_browser(language="fr", width=360)
    enter(page, live_server, cast.bruno)
    page.goto("/fr/task-forces/b2/join/")
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_load_state()
    expect(page.locator(".error-summary")).to_be_visible()
    assert faults_here(page) == []


def faults_of(page, paths):
    """[(address, scheme, rule, example)] of all violations on the pages, none expected."""
    found = []
    for path, language in zip(paths, cycle(LANGUAGES), strict=False):
        page.goto(f"/{language}/{path}")
        found += [(path, *fault) for fault in faults_here(page)]
    return found


def faults_here(page):
    """[(scheme, rule, example)] of the violations on the page that is open, in each look."""
    found = []
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # colours change at once
        found += [(scheme, *fault) for fault in faults_as_it_looks(page)]
    return found


def faults_as_it_looks(page):
    """[(rule, example)] of the violations on the page that is open, as it looks now; sideways scrolling is one."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
        page.add_init_script(AXE_SCRIPT)  # the pages that follow have it from the start
    found = [tuple(fault) for fault in page.evaluate(RUN, RULES)]
    if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
        found.append(("scrolls sideways", page.url))
    return found


def enter(page, live_server, person):
    """Sign `person` in without walking through the door again."""
    client = Client()
    client.force_login(person)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )
