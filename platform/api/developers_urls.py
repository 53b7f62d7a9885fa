from django.urls import path

from api.views.page import DevelopersPage

app_name = "developers"

urlpatterns = [path("", DevelopersPage.as_view(), name="page")]
