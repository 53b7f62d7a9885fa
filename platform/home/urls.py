from django.urls import path
from django.views.generic import TemplateView

from home.views import Duties, Landing

app_name = "home"

urlpatterns = [
    path("", Landing.as_view(), name="landing"),
    path("home/", Duties.as_view(), name="duties"),
    path("about/", TemplateView.as_view(template_name="home/about.html"), name="about"),
    path("privacy/", TemplateView.as_view(template_name="home/privacy.html"), name="privacy"),
    path("accessibility/", TemplateView.as_view(template_name="home/accessibility.html"), name="accessibility"),
]
