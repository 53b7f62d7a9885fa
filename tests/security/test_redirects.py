"""Redirects stay on this site."""

from urllib.parse import urljoin, urlsplit

import pytest

from tests.factories import PASSWORD

pytestmark = pytest.mark.django_db

ELSEWHERE = [
    "https://evil.example/",
    "http://evil.example",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "https:evil.example",
    "http:///evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://testserver@evil.example/",
    "https://testserver.evil.example/",
    "%2f%2fevil.example",
    " //evil.example",
    "\t//evil.example",
    "/en/\r\nLocation: https://evil.example",
]


def stays(response):
    """Whether the answer leads nowhere else, as a browser would follow it."""
    location = response.get("Location", "").replace("\\", "/")
    parts = urlsplit(urljoin("https://testserver/en/page/", location))
    return (parts.scheme, parts.netloc) == ("https", "testserver") and "\n" not in location


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in(client, victor, target):
    response = client.post("/en/account/login/", {"login": victor.email, "password": PASSWORD, "next": target})
    assert response.status_code == 302
    assert stays(response)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in_page_of_somebody_signed_in(client, victor, target):
    client.force_login(victor)
    assert stays(client.get("/en/account/login/", {"next": target}))


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_out(client, victor, target):
    client.force_login(victor)
    response = client.post("/en/account/logout/", {"next": target})
    assert response.status_code == 302
    assert stays(response)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_registration(client, target):
    response = client.post(
        "/en/account/signup/",
        {"name": "Someone", "email": "new@example.org", "password1": "a long enough sentence", "next": target},
    )
    assert stays(response)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_password_asked_again(client, victor, target):
    client.force_login(victor)
    response = client.post("/en/account/reauthenticate/", {"password": PASSWORD, "next": target})
    assert stays(response)


@pytest.mark.parametrize("target", ELSEWHERE)
def test_sign_in_to_the_admin(client, sofia, target):
    assert stays(client.get("/admin/login/", {"next": target}))
    client.force_login(sofia)
    assert stays(client.get("/admin/login/", {"next": target}))
    assert stays(client.post("/admin/logout/", {"next": target}))


@pytest.mark.parametrize("target", ELSEWHERE)
def test_language_of_the_admin(client, sofia, target):
    client.force_login(sofia)
    response = client.post("/admin/language/", {"language": "fr", "next": target})
    assert stays(response)


@pytest.mark.parametrize("target", ["https://evil.example/x", "//evil.example", "https://testserver.evil.example/"])
def test_verb_of_a_visitor_leads_back_to_our_own_page_only(client, cast, target):
    response = client.post(f"/en/partners/{cast.fundacion.slug}/request/", HTTP_REFERER=target)
    assert response["Location"].startswith("/en/account/login/")
    assert "evil" not in response["Location"]


def test_doubled_slash_in_the_address_leads_nowhere_else(client):
    for path in ("//evil.example/", "/en//evil.example/", "//evil.example/en/partners"):
        response = client.get(path)
        assert stays(response)
        assert 'href="//evil.example' not in response.content.decode()


def test_next_leads_back_after_signing_in(client, victor):
    page = client.get("/en/task-forces/a2/join/")
    assert page["Location"] == "/en/account/login/?next=/en/task-forces/a2/join/"
    response = client.post(page["Location"], {"login": victor.email, "password": PASSWORD})
    response = client.post(
        "/en/account/login/",
        {"login": victor.email, "password": PASSWORD, "next": "/en/task-forces/a2/join/"},
    )
    assert response["Location"] == "/en/task-forces/a2/join/"
