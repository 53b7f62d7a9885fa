from django.urls import path

from interfaces.views import InterfaceDetail, InterfaceList

app_name = "interfaces"

urlpatterns = [
    path("", InterfaceList.as_view(), name="list"),
    path("<slug:slug>/", InterfaceDetail.as_view(), name="detail"),
]
