"""What follows from who is signed in: her time zone, the age of her session, her second factor."""

import zoneinfo
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.utils import timezone

from accounts.second_factor import due_at_for, is_past

# How often the use of a session is written down: a request in between costs no write.
SEEN_EVERY = timedelta(hours=1)


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
    """A session ends after 14 idle days, and after 90 days (the secretariat's after 12 hours) however busy it is."""

    BEGAN, SEEN = "began_at", "seen_at"

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            now, session = timezone.now().timestamp(), request.session
            if now - session.setdefault(self.BEGAN, now) > self._limit(request.user).total_seconds():
                logout(request)
                return redirect_to_login(request.get_full_path())
            if now - session.get(self.SEEN, 0) > SEEN_EVERY.total_seconds():
                # Saving the session puts its idle end off; the list of sessions says when it was last used.
                session[self.SEEN] = now
                UserSession.objects.create_from_request(request)
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
            and is_past(due_at_for(request))
        ):
            return redirect("mfa_index")
        return self.get_response(request)

    @staticmethod
    def _is_on_the_way(request):
        """Pages she needs to set it up, or to leave: all of the account pages, and what carries no language."""
        parts = request.path.strip("/").split("/")
        # Not /admin/account/…: those are lists of the admin.
        return (parts[0] in dict(settings.LANGUAGES) and parts[1:2] == ["account"]) or parts[0] in ("static", "healthz")
