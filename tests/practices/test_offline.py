"""A datasheet that was opened once can be read without a network; nothing private is kept."""

import pytest

from tests.a11y.test_axe import enter
from tests.factories.practices import MEASURED, PracticeFactory

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEPT = """async () => {
  const cache = await caches.open("datasheets-1");
  const texts = [];
  for (const request of await cache.keys())
    if (request.url.includes("/practices/")) texts.push(await (await cache.match(request)).text());
  return texts;
}"""


@pytest.fixture
def practice(cast):
    return PracticeFactory(author=cast.bruno, title="Mulching", status="published", answers=MEASURED)


def kept(page):
    """The pages that lie on the device, once they have arrived."""
    for _try in range(100):
        if texts := page.evaluate(KEPT):
            return texts
        page.wait_for_timeout(100)
    return []


def test_opened_sheet_is_read_again_without_a_network(open_browser, practice):
    page = open_browser(language="fr")
    page.goto(f"/fr{practice.get_absolute_url()[3:]}", wait_until="networkidle")
    assert page.locator("[data-saved-copy]").is_hidden()
    assert kept(page)
    page.context.set_offline(True)
    page.reload()
    assert page.locator("h1").inner_text() == "Mulching"
    assert page.locator("[data-saved-copy]").is_visible()
    assert "{moment}" not in page.locator("[data-saved-copy]").inner_text()
    page.context.set_offline(False)
    page.reload()
    assert page.locator("[data-saved-copy]").is_hidden()


def test_what_lies_on_the_device_names_nobody_who_was_signed_in(open_browser, live_server, cast, practice):
    page = open_browser()
    enter(page, live_server, cast.bruno)
    page.goto(practice.get_absolute_url(), wait_until="networkidle")
    assert practice.desk_url in page.content()
    texts = kept(page)
    assert texts and not any(practice.desk_url in text or "logout" in text for text in texts)


def test_pages_of_people_are_not_kept(open_browser, live_server, cast, practice):
    page = open_browser()
    enter(page, live_server, cast.bruno)
    page.goto(practice.get_absolute_url(), wait_until="networkidle")
    assert kept(page)
    page.goto("/en/practices/mine/", wait_until="networkidle")
    page.context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED|ERR_FAILED"):
        page.reload()
