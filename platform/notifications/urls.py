from django.urls import path

from notifications.views.notices import NoticeList, NoticeOpen, NoticesRead
from notifications.views.settings import MailSettings
from notifications.views.stopping import MailStop

app_name = "notifications"

urlpatterns = [
    path("", NoticeList.as_view(), name="list"),
    path("read/", NoticesRead.as_view(), name="read"),
    path("settings/", MailSettings.as_view(), name="settings"),
    path("stop/<str:token>/", MailStop.as_view(), name="stop"),
    # What stands in mails that have left.
    path("digest/stop/<str:token>/", MailStop.as_view(), name="digest-stop"),
    path("<int:pk>/", NoticeOpen.as_view(), name="open"),
]
