"""What follows from who is signed in: her time zone, the age of her session, her second factor."""

import zoneinfo

from django.conf import settings
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from accounts.second_factor import must_set_up_second_factor


class PersonalSettingsMiddleware:
    """Moments are shown in the time zone of the person who reads."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            with timezone.override(zoneinfo.ZoneInfo(request.user.time_zone)):
                return self.get_response(request)
        return self.get_response(request)


class SessionAgeMiddleware:
    """A session ends after 90 days, the secretariat's after 12 hours, however busy it is."""

    KEY = "began_at"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now = timezone.now().timestamp()
            began = request.session.get(self.KEY)
            if began is None:
                request.session[self.KEY] = now
            elif now - began > self._limit(request.user).total_seconds():
                logout(request)
                return redirect(f"{reverse('account_login')}?next={request.get_full_path()}")
        return self.get_response(request)

    @staticmethod
    def _limit(user):
        return settings.SESSION_MAX_AGE_STAFF if user.is_staff else settings.SESSION_MAX_AGE


class SecondFactorMiddleware:
    """Staff, and leaders after a week, set their second factor up before they go on."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if (
            settings.SECOND_FACTOR_REQUIRED
            and request.user.is_authenticated
            and not self._is_on_the_way(request)
            and must_set_up_second_factor(request.user)
        ):
            return redirect("mfa_index")
        return self.get_response(request)

    @staticmethod
    def _is_on_the_way(request):
        """Pages she needs to set it up, or to leave: all of the account pages, and language-free files."""
        parts = request.path.strip("/").split("/")
        return "account" in parts[:2] or parts[0] in ("static", "healthz", "i18n")
