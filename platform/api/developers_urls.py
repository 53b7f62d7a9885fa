from django.urls import path

from api.views.page import DevelopersPage
from api.views.taking import TakeAlong

app_name = "developers"

urlpatterns = [
    path("", DevelopersPage.as_view(), name="page"),
    path("practices.<slug:kind>", TakeAlong.as_view(), name="take-along"),
]
