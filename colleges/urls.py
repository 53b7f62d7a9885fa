from django.urls import path

from colleges.views import ambassadors
from colleges.views.gatherings import CollegeDetail, CollegeList, Friends, Funders

app_name = "colleges"

urlpatterns = [
    path("colleges/", CollegeList.as_view(), name="list"),
    path("colleges/<slug:slug>/", CollegeDetail.as_view(), name="detail"),
    path("funders/", Funders.as_view(), name="funders"),
    path("friends/", Friends.as_view(), name="friends"),
    path("friends/ambassadors/", ambassadors.AmbassadorWork.as_view(), name="ambassador"),
    path("friends/ambassadors/activities/add/", ambassadors.ActivityCreate.as_view(), name="activity-create"),
    path(
        "friends/ambassadors/activities/<int:pk>/change/",
        ambassadors.ActivityUpdate.as_view(),
        name="activity-update",
    ),
    path(
        "friends/ambassadors/activities/<int:pk>/remove/",
        ambassadors.ActivityRemove.as_view(),
        name="activity-remove",
    ),
    path("friends/ambassadors/kit/<int:pk>/", ambassadors.KitFile.as_view(), name="kit-file"),
]
