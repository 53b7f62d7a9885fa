"""Addresses for programs: they carry no language, it is asked for by Accept-Language."""

from django.urls import path

from api import views
from practices import converters  # noqa: F401

app_name = "api"

PRACTICE = "practices/<practice_code:code>/"

urlpatterns = [
    path("openapi.json", views.Description.as_view(), name="description"),
    path("practices/", views.Practices.as_view(), name="practices"),
    path(PRACTICE, views.OnePractice.as_view(), name="practice"),
    path(f"{PRACTICE}versions/<int:number>/", views.OneVersion.as_view(), name="version"),
    path("vocabularies/", views.Vocabularies.as_view(), name="vocabularies"),
    path("<path:rest>", views.Nothing.as_view(), name="nothing"),
]
