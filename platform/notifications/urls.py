from django.urls import path

from notifications.views.digests import DigestStop, MailSettings
from notifications.views.notices import NoticeList, NoticeOpen, NoticesRead

app_name = "notifications"

urlpatterns = [
    path("", NoticeList.as_view(), name="list"),
    path("read/", NoticesRead.as_view(), name="read"),
    path("settings/", MailSettings.as_view(), name="settings"),
    path("digest/stop/<str:token>/", DigestStop.as_view(), name="digest-stop"),
    path("<int:pk>/", NoticeOpen.as_view(), name="open"),
]
