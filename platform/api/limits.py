"""How often one network address, or one key, may ask within a minute.

Counted in the database cache, for all web processes.
"""

import time
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.utils.crypto import salted_hmac

from api.models import Key

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

    def told_in(self, response):
        """The response, with these headers."""
        for name, value in self.headers.items():
            response[name] = value
        return response


def take_turn(request, key=None):
    """The Turn of this request: that of the Key it brings, else that of the address it comes from.

    Two at the same moment may count as one: a limit, not a lock.
    """
    limit = settings.API_KEY_REQUESTS_PER_MINUTE if key else settings.API_REQUESTS_PER_MINUTE
    window, passed = divmod(int(time.time()), WINDOW_SECONDS)
    # The address itself is kept nowhere.
    asking = f"key.{key.pk}" if key else salted_hmac("api.limits", address_of(request)).hexdigest()
    counted = f"api.{asking}.{window}"
    used = cache.get(counted, 0) + 1
    if used <= limit + 1:
        cache.set(counted, used, 2 * WINDOW_SECONDS)
    return Turn(limit, limit - used, WINDOW_SECONDS - passed)


def key_of(request):
    """The Key that stands in the header Authorization; None where it is none of ours."""
    scheme, _space, token = request.headers.get("Authorization", "").partition(" ")
    return Key.objects.by_token(token.strip()) if scheme.lower() == "bearer" else None


def address_of(request):
    """The network address it comes from, behind as many proxies as are trusted."""
    try:
        return get_adapter().get_client_ip(request)
    except PermissionDenied:
        return ""
