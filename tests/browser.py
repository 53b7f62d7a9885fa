"""A headless Chromium that walks the real pages, served by this process over a real database: one for the whole run."""

import os
import shutil

import pytest

# From a village to here and back, in milliseconds.
FAR_AWAY = 300


@pytest.fixture(scope="session")
def chromium():
    """The browser, or a loud skip where there is none; in CI its absence is a failure."""
    # The shell, which has no windows, is quicker.
    names = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI must have Chromium: the journeys may not be skipped there.")
        pytest.skip("NO BROWSER FOUND: the journeys were not walked. Install chromium.")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=60_000)  # a page is drawn while it arrives: what is expected is waited for

    os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # playwright's loop runs in the test's thread

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"],
        )
        yield browser
        browser.close()


@pytest.fixture
def house(transactional_db, official):
    """The official data in a database that the server's threads share; tests bring the few cities they need."""
    from django.core.cache import cache

    cache.clear()  # its table is no model's: what others have counted there would be left standing
    official.put_back()


@pytest.fixture
def open_browser(chromium, live_server, house):
    """A function that opens a window of somebody's own: `open_browser(language="fr", javascript=True)`.

    With `kbit_per_s`, everything comes and goes as slowly as that, and from far away.
    """
    contexts = []

    def open_window(*, language="en", javascript=True, width=1280, kbit_per_s=None, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            java_script_enabled=javascript,
            viewport={"width": width, "height": 900},
            locale=language,
            **options,
        )
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        if kbit_per_s:
            slow_down(page, kbit_per_s)
        page.broken = []
        page.on("pageerror", lambda error: page.broken.append(str(error)))
        page.on("console", lambda line: page.broken.append(line.text) if line.type == "error" else None)
        page.on("response", lambda answer: page.broken.append(answer.url) if answer.status >= 500 else None)
        return page

    yield open_window
    for context in contexts:
        context.close()


def slow_down(page, kbit_per_s):
    """Let what the page fetches and sends take its time."""
    bytes_per_s = kbit_per_s * 1000 / 8
    speed = {"downloadThroughput": bytes_per_s, "uploadThroughput": bytes_per_s, "latency": FAR_AWAY}
    devtools = page.context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", {"offline": False, **speed})
