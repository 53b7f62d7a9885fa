"""Keys and passkeys in a real browser, whose own pretended key answers; our policy lets allauth's scripts work."""

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.factories import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def key(open_browser):
    """A window with a key of its own: (page, a function that lets the key recognise its owner or not)."""
    page = open_browser()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    name = devtools.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]

    def recognise(yes):
        devtools.send("WebAuthn.setUserVerified", {"authenticatorId": name, "isUserVerified": yes})

    return page, recognise


def sign_in(page, person):
    page.goto("/en/account/login/?next=/en/account/2fa/")
    page.fill("input[name=login]", person.email)
    page.fill("input[name=password]", PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(lambda url: "/login/" not in url)


def sign_out(page):
    page.goto("/en/account/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(lambda url: "/logout/" not in url)


def add_key(page, *, passkey):
    page.goto("/en/account/2fa/webauthn/add/")
    if passkey:
        page.locator("label[for=id_passwordless]").click()
    page.get_by_role("button", name="Add this key").click()
    page.wait_for_url(lambda url: "/add/" not in url)


def test_a_passkey_replaces_password_and_second_factor(key, cast):
    page, _recognise = key
    sign_in(page, cast.victor)
    add_key(page, passkey=True)
    assert Authenticator.objects.filter(user=cast.victor, type="webauthn").count() == 1
    sign_out(page)
    page.goto("/en/account/login/?next=/en/account/sessions/")
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/en/account/sessions/")
    assert page.broken == []


def test_a_key_is_a_second_factor(key, cast):
    page, _recognise = key
    sign_in(page, cast.victor)
    add_key(page, passkey=False)
    sign_out(page)
    sign_in(page, cast.victor)
    assert "/2fa/authenticate/" in page.url
    page.get_by_role("button", name="Use a key").click()
    page.wait_for_url("**/en/account/2fa/")
    assert page.broken == []


def test_a_key_that_does_not_recognise_its_owner_says_what_to_do(key, cast):
    page, recognise = key
    sign_in(page, cast.victor)
    add_key(page, passkey=True)
    sign_out(page)
    recognise(False)
    page.goto("/en/account/login/")
    expect(page.locator("[data-passkey-trouble]")).to_be_hidden()
    page.get_by_role("button", name="Use a passkey").click()
    page.locator("[data-passkey-trouble]").wait_for(state="visible")
    assert "/login/" in page.url


def test_without_javascript_no_button_is_offered_that_does_nothing(open_browser, cast):
    page = open_browser(javascript=False)
    page.goto("/en/account/login/")
    expect(page.locator("#passkey_login")).to_be_hidden()
    sign_in(page, cast.victor)
    assert page.url.endswith("/en/account/2fa/")
