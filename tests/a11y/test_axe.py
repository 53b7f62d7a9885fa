"""No accessibility violation that axe can find, on any page: narrow in light and wide in dark, in three languages."""

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
# Every third page is read in English, whatever the language.
WAYS = [("fr", 360, "light"), ("es", 1280, "dark")]
ENGLISH = 3


@pytest.fixture
def scene(cast):
    """Something on every page."""
    cast.amina, cast.fatou, cast.carla, cast.sofia  # noqa: B018
    return ApplicationFactory(person=cast.victor)


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS)
def test_public_pages(open_browser, scene, language, width, scheme):
    page = open_browser(language=language, width=width, color_scheme=scheme)
    assert faults_of(page, language, PUBLIC) == []


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS)
def test_pages_of_a_friend(open_browser, live_server, scene, cast, language, width, scheme):
    page = open_browser(language=language, width=width, color_scheme=scheme)
    enter(page, live_server, cast.victor)
    own = f"task-forces/a2/applications/{scene.pk}/"
    assert faults_of(page, language, [*FRIEND, own]) == []


@pytest.mark.parametrize(("language", "width", "scheme"), WAYS)
def test_pages_of_a_leader(open_browser, live_server, scene, cast, language, width, scheme):
    page = open_browser(language=language, width=width, color_scheme=scheme)
    enter(page, live_server, cast.amina)
    assert faults_of(page, language, [*LEADER, f"task-forces/a2/applications/{scene.pk}/"]) == []


def test_forms_with_errors(open_browser, live_server, scene, cast):
    page = open_browser(language="fr", width=360)
    enter(page, live_server, cast.bruno)
    page.goto("/fr/task-forces/b2/join/")
    page.locator("form:has(input[name=role]) button:not([name=save])").click()
    page.wait_for_load_state()
    expect(page.locator(".error-summary")).to_be_visible()
    assert faults_here(page) == []


def faults_of(page, language, paths):
    """[(address, rule, example)] of all violations on the pages, none expected."""
    found = []
    for number, path in enumerate(paths):
        page.goto(f"/{language if number % ENGLISH else 'en'}/{path}")
        found += [(path, *fault) for fault in faults_here(page)]
    return found


def faults_here(page):
    """[(rule, example)] of the violations on the page that is open; sideways scrolling is one."""
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
