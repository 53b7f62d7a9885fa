"""Every page of the account, in three languages, for whoever opens it."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import translation

from tests.accounts.seconds import app_code, set_up_app
from tests.factories import PASSWORD

ENTRANCE = [
    "account_login",
    "account_signup",
    "account_request_login_code",
    "account_reset_password",
    "account_password_reset_completed",
    "account_inactive",
]
OWN = [
    "account_logout",
    "account_email",
    "account_change_password",
    "account_reauthenticate",
    "mfa_index",
    "mfa_list_webauthn",
    "usersessions_list",
    "accounts:profile",
    "accounts:data",
    "accounts:erase",
    "keys:list",
]
GUARDED = ["mfa_activate_totp", "mfa_add_webauthn"]


def is_in_our_look(response, language):
    page = response.content.decode()
    assert response.status_code == 200
    assert f'<html lang="{language}">' in page
    assert len(re.findall("<h1", page)) == 1
    assert 'class="masthead"' in page
    assert "<style" not in page and " style=" not in page and "onclick" not in page
    # The policy lets no inline script run: what stands between the tags may only be data.
    for attributes in re.findall(r"<script([^>]*)>", page):
        assert "src=" in attributes or 'type="application/json"' in attributes
    return page


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pages_of_the_entrance(client, db, language):
    with translation.override(language):
        for name in ENTRANCE:
            is_in_our_look(client.get(reverse(name)), language)


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_pages_about_oneself(client, victor, sign_in, language):
    with translation.override(language):
        sign_in(victor)
        for name in OWN:
            is_in_our_look(client.get(reverse(name)), language)


def test_pages_that_need_a_fresh_sign_in(client, victor):
    client.force_login(victor)
    for name in GUARDED:
        response = client.get(reverse(name))
        assert response.url.startswith(reverse("account_reauthenticate"))
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in GUARDED:
        is_in_our_look(client.get(reverse(name)), "en")


def test_pages_of_the_second_factor(client, victor, sign_in):
    secret = set_up_app(victor)
    response = sign_in(victor)
    assert response.url == reverse("mfa_authenticate")
    is_in_our_look(client.get(response.url), "en")
    client.post(response.url, {"code": app_code(secret)})
    for name in ["mfa_index", "mfa_reauthenticate"]:
        is_in_our_look(client.get(reverse(name)), "en")
    for name in ["mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes"]:
        is_in_our_look(client.get(reverse(name)), "en")
    assert client.get(reverse("mfa_download_recovery_codes")).status_code == 200


def test_pages_of_a_key(client, victor):
    key = Authenticator.objects.create(user=victor, type="webauthn", data={"name": "My phone", "credential": {}})
    client.force_login(victor)
    page = is_in_our_look(client.get(reverse("mfa_list_webauthn")), "en")
    assert "My phone" in page
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    for name in ["mfa_edit_webauthn", "mfa_remove_webauthn"]:
        is_in_our_look(client.get(reverse(name, args=[key.pk])), "en")


def test_one_tab_is_current_on_every_page(client, victor, sign_in):
    sign_in(victor)
    for name in set(OWN) - {"account_logout", "account_reauthenticate"}:
        tabs = re.search(r'<nav class="tabs".*?</nav>', client.get(reverse(name)).content.decode(), re.DOTALL).group()
        assert tabs.count('aria-current="page"') == 1


def test_strangers_are_sent_to_sign_in_and_come_back(client, db):
    for name in ["accounts:profile", "accounts:data", "accounts:erase", "mfa_index", "usersessions_list"]:
        response = client.get(reverse(name))
        assert response.url == f"{reverse('account_login')}?next={reverse(name)}"


def test_pages_that_allauth_has_and_we_do_not_use_are_not_reachable(client, db):
    assert client.get("/en/account/signup/passkey/").status_code == 404
    assert client.get("/en/account/2fa/trust/").status_code in (302, 404)
