"""Addresses. Pages carry their language; the admin, monitors and machines do without."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from events.views.calendars import Feed, RoomFeed
from home.health import health
from home.mailbox import Mailbox
from home.views import choose_language, favicon, robots, security_txt

handler400 = "core.views.errors.bad_request"
handler403 = "core.views.errors.forbidden"
handler404 = "core.views.errors.not_found"
handler500 = "core.views.errors.server_error"

offline = TemplateView.as_view(template_name="practices/offline.js", content_type="text/javascript; charset=utf-8")

urlpatterns = [
    path("", choose_language, name="choose-language"),
    path("healthz", health, name="health"),
    path("favicon.ico", favicon, name="favicon"),
    path("robots.txt", robots, name="robots"),
    path(".well-known/security.txt", security_txt, name="security-txt"),
    # At the root, because a service worker serves no page above its own address.
    path("offline.js", offline, name="offline-worker"),
    path("calendars/<str:token>.ics", Feed.as_view(), name="calendar-feed"),
    path("calendars/<str:token>/<slug:slug>.ics", RoomFeed.as_view(), name="room-calendar"),
    path("api/v1/", include("api.urls")),
    path("admin/", admin.site.urls),
]

if getattr(settings, "MAILBOX_URL", ""):
    urlpatterns += [path("mailbox/", Mailbox.as_view(), name="mailbox")]

urlpatterns += i18n_patterns(
    path("", include("home.urls")),
    path("objectives/", include("objectives.urls")),
    path("task-forces/", include("taskforces.urls")),
    path("partners/", include("partners.urls")),
    path("practices/", include("practices.urls")),
    path("spaces/", include("spaces.urls")),
    path("", include("events.urls")),
    path("", include("discussions.urls")),
    path("", include("library.urls")),
    path("", include("wiki.urls")),
    path("", include("questions.urls")),
    path("", include("messaging.urls")),
    path("", include("colleges.urls")),
    path("", include("projects.urls")),
    path("interfaces/", include("interfaces.urls")),
    path("search/", include("search.urls")),
    path("developers/", include("api.developers_urls")),
    path("notifications/", include("notifications.urls")),
    path("account/keys/", include("api.keys_urls")),
    path("account/", include("accounts.urls")),
    path("account/", include("allauth.urls")),
)
