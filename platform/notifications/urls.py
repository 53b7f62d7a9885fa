from django.urls import path

from notifications.views import NoticeList, NoticeOpen, NoticesRead

app_name = "notifications"

urlpatterns = [
    path("", NoticeList.as_view(), name="list"),
    path("read/", NoticesRead.as_view(), name="read"),
    path("<int:pk>/", NoticeOpen.as_view(), name="open"),
]
