"""What browsers are told on every page, whoever asks and whatever the answer."""

import pytest

from tests.security.access_table import ROWS
from tests.security.stage import FRIEND, SECRETARIAT, VISITOR
from tests.security.test_access_matrix import address

pytestmark = pytest.mark.django_db

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}

ROUTES = {row.route: row for row in reversed(ROWS)}


def directives(response):
    policy = response["Content-Security-Policy"]
    return {words.split()[0]: words.split()[1:] for words in policy.split(";") if words.strip()}


@pytest.mark.parametrize("route", ROUTES)
def test_headers(stage, doors, route):
    row = ROUTES[route]
    for role in (VISITOR, FRIEND, SECRETARIAT):
        for method in ("get", "post"):
            response = getattr(doors.client(role), method)(address(row, stage))
            for name, value in EVERYWHERE.items():
                assert response.get(name) == value, (role, method, response.status_code, name)
            assert "geolocation=()" in response["Permissions-Policy"]
            check_policy(route, directives(response))
            if role != VISITOR and response.status_code != 404 and "/logout/" not in route:
                assert {"private", "no-store"} <= set(response["Cache-Control"].replace(" ", "").split(",")), role
            for cookie in filter(is_set, response.cookies.values()):
                assert cookie["httponly"] and cookie["samesite"] in ("Lax", "Strict"), cookie.key


def is_set(cookie):
    """Whether a cookie is given, not taken away."""
    return bool(cookie.value)


def check_policy(route, policy):
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["object-src"] == ["'none'"]
    assert policy["base-uri"] == ["'self'"]
    assert policy["form-action"] == ["'self'"]
    assert policy["default-src"] == ["'self'"]
    words = {word for values in policy.values() for word in values}
    allowed = {"'self'", "'none'", "data:"}
    if route.startswith("admin/"):
        # Unfold's Alpine evaluates attribute expressions: explained in the settings.
        allowed |= {"'unsafe-eval'", "'unsafe-inline'"}
        assert "'unsafe-inline'" not in policy.get("script-src", [])
    assert words <= allowed
    assert "data:" not in policy.get("script-src", policy["default-src"])


def test_errors_have_them_too(doors):
    for path in ("/en/nowhere/", "/en/task-forces/a2/applications/1/", "/nowhere"):
        response = doors.client(VISITOR).get(path)
        for name, value in EVERYWHERE.items():
            assert response[name] == value


def test_style_and_script_are_files_of_our_own(client, settings):
    page = client.get("/en/").content.decode()
    assert "<style" not in page
    assert " style=" not in page
    assert "<script>" not in page
