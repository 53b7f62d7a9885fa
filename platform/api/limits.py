"""How often one network address may ask within a minute. Counted in the database cache, for all web processes."""

import time
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

WINDOW_SECONDS = 60


@dataclass(frozen=True)
class Turn:
    """What is left to whoever asks: `reset` is in seconds."""

    limit: int
    remaining: int
    reset: int

    @property
    def is_granted(self):
        return self.remaining >= 0

    @property
    def headers(self):
        told = {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(max(self.remaining, 0)),
            "RateLimit-Reset": str(self.reset),
        }
        return told if self.is_granted else told | {"Retry-After": str(self.reset)}


def take_turn(request):
    """The Turn of this request. Two at the same moment may count as one: a limit, not a lock."""
    now, limit = int(time.time()), settings.API_REQUESTS_PER_MINUTE
    window, passed = divmod(now, WINDOW_SECONDS)
    # The address itself is kept nowhere.
    key = f"api.{salted_hmac('api.limits', address_of(request)).hexdigest()}.{window}"
    used = cache.get(key, 0) + 1
    if used <= limit + 1:
        cache.set(key, used, 2 * WINDOW_SECONDS)
    return Turn(limit, limit - used, WINDOW_SECONDS - passed)


def address_of(request):
    """The network address it comes from, behind as many proxies as are trusted."""
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:
        return ""
