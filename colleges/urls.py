from django.urls import path

from colleges.views import ambassadors, plan
from colleges.views.gatherings import CollegeDetail, CollegeList, Friends, Funders

app_name = "colleges"

ACTION = "colleges/<slug:slug>/plan/<int:pk>/"

urlpatterns = [
    path("colleges/", CollegeList.as_view(), name="list"),
    path("colleges/<slug:slug>/", CollegeDetail.as_view(), name="detail"),
    path("colleges/<slug:slug>/plan/", plan.Plan.as_view(), name="plan"),
    path("colleges/<slug:slug>/plan/add/", plan.ActionCreate.as_view(), name="action-create"),
    path(f"{ACTION}change/", plan.ActionUpdate.as_view(), name="action-update"),
    path(f"{ACTION}begin/", plan.ActionBegin.as_view(), name="action-begin"),
    path(f"{ACTION}complete/", plan.ActionComplete.as_view(), name="action-complete"),
    path(f"{ACTION}drop/", plan.ActionDrop.as_view(), name="action-drop"),
    path(f"{ACTION}take-up/", plan.ActionTakeUp.as_view(), name="action-take-up"),
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
