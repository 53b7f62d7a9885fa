"""What browsers are told on every page, whoever asks and whatever the answer: test_access_matrix.py looks at each."""

from django.conf import settings

from tests.security.stage import VISITOR

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


STRICTER = {"Referrer-Policy": "no-referrer"}


def check_headers(route, role, response):
    """Fails where a header is missing or says too much."""
    for name, value in EVERYWHERE.items():
        # A page whose address is a key tells its address to nobody.
        assert response.get(name) in (value, STRICTER.get(name, value)), (role, response.status_code, name)
    assert "geolocation=()" in response["Permissions-Policy"]
    check_policy(route, directives(response))
    if role != VISITOR and response.status_code != 404 and not ends_session(response):
        assert {"private", "no-store"} <= set(response["Cache-Control"].replace(" ", "").split(",")), role
    for cookie in filter(is_set, response.cookies.values()):
        assert cookie["httponly"] and cookie["samesite"] in ("Lax", "Strict"), cookie.key


def directives(response):
    """{directive: words} of the content policy."""
    policy = response["Content-Security-Policy"]
    return {words.split()[0]: words.split()[1:] for words in policy.split(";") if words.strip()}


def ends_session(response):
    """Whether the answer goes to somebody who is signed in no longer."""
    cookie = response.cookies.get(settings.SESSION_COOKIE_NAME)
    return cookie is not None and not is_set(cookie)


def is_set(cookie):
    """Whether a cookie is given, not taken away."""
    return bool(cookie.value)


def check_policy(route, policy):
    assert policy["frame-ancestors"] == ["'none'"]
    if "sandbox" in policy:  # a file people uploaded
        assert policy["default-src"] == ["'none'"]
        return
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
