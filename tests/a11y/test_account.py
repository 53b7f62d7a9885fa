"""The doors: signing in, codes, second factors, and what one may do with one's account, scanned as every page is."""

import pytest
from playwright.sync_api import expect

from tests.a11y.test_axe import enter, faults_here, faults_of
from tests.accounts.seconds import app_code, set_up_app
from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

OWN = [
    "account/reauthenticate/",
    "account/logout/",
    "account/sessions/",
    "account/email/",
    "account/password/change/",
    "account/keys/",
]
# Behind a sign-in that is still fresh.
GUARDED = ["account/data/", "account/erase/", "account/2fa/", "account/2fa/totp/activate/", "account/2fa/webauthn/add/"]
WITH_FACTOR = [
    "account/2fa/",
    "account/2fa/reauthenticate/",
    "account/2fa/totp/deactivate/",
    "account/2fa/recovery-codes/",
    "account/2fa/recovery-codes/generate/",
    "account/2fa/webauthn/",
]
# Where a code is asked for, and where it is entered.
CODES = [
    ("account/login/code/", "account/login/code/confirm/"),
    ("account/password/reset/", "account/password/reset/confirm/"),
]


def send(page, **typed):
    """Fill in the form of the page and send it."""
    for name, value in typed.items():
        page.fill(f"main input[name={name}]", value)
    page.locator(f"main form:has(input[name={next(iter(typed))}]) button").first.click()
    page.wait_for_load_state()


def refused(page):
    """What axe finds on a page that was just refused, which must say so."""
    expect(page.locator(".error-summary")).to_be_visible()
    return faults_here(page)


def test_pages_about_oneself(open_browser, live_server, house, cast):
    page = open_browser(width=360)
    enter(page, live_server, cast.victor)
    assert faults_of(page, OWN) == []
    page.goto("/fr/account/reauthenticate/")
    send(page, password=PASSWORD)
    assert faults_of(page, GUARDED) == []


def test_pages_with_a_second_factor(open_browser, house, cast):
    page = open_browser(width=360)
    secret = set_up_app(cast.victor)
    page.goto("/fr/account/login/")
    send(page, login=cast.victor.email, password=PASSWORD)
    assert "/2fa/authenticate/" in page.url
    assert faults_here(page) == []
    send(page, code="000000")
    assert refused(page) == []
    send(page, code=app_code(secret))
    assert faults_of(page, WITH_FACTOR) == []


def test_pages_that_ask_for_a_code(open_browser, house, cast):
    page = open_browser(width=360)
    for asked, entered in CODES:
        page.goto(f"/fr/{asked}")
        send(page, email=cast.victor.email)
        assert page.url.endswith(entered)
        assert faults_here(page) == []
        send(page, code="wrong")
        assert refused(page) == []


def test_doors_that_stay_closed(open_browser, house):
    page = open_browser(width=360)
    page.goto("/fr/account/login/")
    send(page, login="nobody@example.org", password="not a password of anybody")
    assert refused(page) == []
    page.goto("/fr/account/signup/")
    send(page, email="no address", password1="1")
    assert refused(page) == []


def test_new_account_confirms_its_address(open_browser, house):
    page = open_browser(language="fr", width=360)
    page.goto("/fr/account/signup/")
    page.fill("input[name=name]", "Nadia Benali")
    send(page, email="nadia@example.org", password1=PASSWORD)
    assert "confirm-email" in page.url
    assert faults_here(page) == []
