from django.urls import path

from spaces.views.pages import People, SpaceDetail, SpaceList

app_name = "spaces"

urlpatterns = [
    path("", SpaceList.as_view(), name="list"),
    path("<slug:slug>/", SpaceDetail.as_view(), name="detail"),
    path("<slug:slug>/people/", People.as_view(), name="people"),
]
