from datetime import date

from django.urls import path

from home.hub import HubPage
from home.views import DismissFirstDays, Duties, Landing, Page

app_name = "home"

urlpatterns = [
    path("", Landing.as_view(), name="landing"),
    path("home/", Duties.as_view(), name="duties"),
    path("home/first-days/dismiss/", DismissFirstDays.as_view(), name="dismiss-first-days"),
    path("hub/", HubPage.as_view(), name="hub"),
    path("about/", Page.as_view(template_name="home/about.html"), name="about"),
    path("conduct/", Page.as_view(template_name="home/conduct.html"), name="conduct"),
    path("privacy/", Page.as_view(template_name="home/privacy.html"), name="privacy"),
    path(
        "accessibility/",
        Page.as_view(template_name="home/accessibility.html", extra_context={"written_on": date(2026, 11, 20)}),
        name="accessibility",
    ),
]
