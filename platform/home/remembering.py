"""The numbers in the header, remembered for half a minute by each process.

The one counting query asks about thirty kinds of things: that costs the database more than many a page. So the header
of most pages shows numbers that are up to half a minute old, but never numbers from before the reader's own last act: a
form she sent leaves a cookie that lives as long as anything remembered, and while it lives she is counted for anew; a
form that is refused (400, 403, 404) has changed nothing. The page "My duties" always counts.
"""

from http import HTTPStatus

from django.conf import settings
from django.core.cache import caches
from django.utils import timezone

from home.duties import counts

ACTED = "acted"
SAFE = ("GET", "HEAD", "OPTIONS", "TRACE")


def counted(request, **others):
    """What waits for the person who reads, asked now, and once for a page and its header; the rest as in `counts`."""
    if not hasattr(request, "counted"):
        request.counted = found = counts(request.user, **others)
        if seconds := settings.NUMBERS_REMEMBERED_FOR.total_seconds():
            caches["process"].set(_key(request), found, seconds)
    return request.counted


def remembered(request):
    """The same for the header: what was counted on this page, else what this process remembers, else asked now."""
    if hasattr(request, "counted") or has_acted(request) or not settings.NUMBERS_REMEMBERED_FOR:
        return counted(request)
    known = caches["process"].get(_key(request))
    return counted(request) if known is None else known


def has_acted(request):
    """Whether the reader sends a form now that is not refused, or has sent one since what may be remembered."""
    is_acting = request.method not in SAFE and not getattr(request, "is_refused", False)
    return is_acting or ACTED in request.COOKIES


def _key(request):
    return f"counts-{request.user.pk}"


class OwnActsMiddleware:
    """Whoever has sent a form is not shown numbers from before."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        is_act = request.method not in SAFE and response.status_code < HTTPStatus.BAD_REQUEST
        if is_act and request.user.is_authenticated and settings.NUMBERS_REMEMBERED_FOR:
            response.set_cookie(
                ACTED,
                int(timezone.now().timestamp()),
                # A little longer than anything is remembered: browsers and servers round in their own ways.
                max_age=int(settings.NUMBERS_REMEMBERED_FOR.total_seconds()) + 5,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
        return response
