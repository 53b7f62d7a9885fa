"""The admin has no door of its own, and a content policy of its own."""

import pytest
from django.conf import settings
from django.urls import reverse

from tests.factories import PASSWORD, UserFactory


def test_sign_in_is_the_sites(client):
    response = client.get("/admin/login/?next=/admin/partners/partner/")
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))
    assert "next=" in response.url


def test_sign_in_is_not_possible_at_the_admins_own_address(client, sofia):
    credentials = {"username": sofia.email, "password": PASSWORD}
    client.post("/admin/login/", credentials)
    assert client.get("/admin/").status_code == 302
    client.force_login(UserFactory(is_staff=True))
    assert client.post("/admin/login/", credentials).url == "/admin/"
    assert client.get("/admin/").wsgi_request.user != sofia


def test_others_are_refused(client, amina):
    client.force_login(amina)
    for url in ("/admin/", "/admin/login/", "/admin/search/?s=a", "/admin/partners/partner/", "/admin/jsi18n/"):
        assert client.get(url).status_code == 403


def test_password_is_changed_where_everybody_changes_it(client, sofia):
    client.force_login(sofia)
    assert client.get("/admin/password_change/").url == reverse("account_change_password")


@pytest.mark.parametrize("url", ["/admin/", "/admin/partners/partner/", "/admin/partners/partner/import/"])
def test_admin_has_its_own_policy_and_loads_nothing_from_elsewhere(client, sofia, url):
    client.force_login(sofia)
    response = client.get(url)
    policy = response["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-eval'" in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert "frame-ancestors 'none'" in policy
    page = response.content.decode()
    assert 'src="http' not in page
    assert "<script>" not in page


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_pages_take_no_other_methods(client, sofia, method):
    client.force_login(sofia)
    for url in ("/admin/", "/admin/partners/partner/", "/admin/partners/partner/import/"):
        assert getattr(client, method)(url).status_code == 405


def test_strict_policy_stays_for_the_rest(client, sofia):
    client.force_login(sofia)
    policy = client.get("/en/")["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]["default-src"] == ["'self'"]
