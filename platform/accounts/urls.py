from django.urls import path

from accounts.views import Data, Erase, Profile

app_name = "accounts"

urlpatterns = [
    path("profile/", Profile.as_view(), name="profile"),
    path("data/", Data.as_view(), name="data"),
    path("erase/", Erase.as_view(), name="erase"),
]
