from django.urls import path

from accounts.views import DataDownload, Erase, Profile

app_name = "accounts"

urlpatterns = [
    path("profile/", Profile.as_view(), name="profile"),
    path("data/", DataDownload.as_view(), name="data"),
    path("erase/", Erase.as_view(), name="erase"),
]
