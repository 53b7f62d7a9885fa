from django.urls import path

from objectives.views import GoalDetail, ObjectiveDetail, ObjectiveList, ObjectiveVersions

app_name = "objectives"

urlpatterns = [
    path("", ObjectiveList.as_view(), name="list"),
    path("<goal_code:code>/", GoalDetail.as_view(), name="goal"),
    path("<objective_code:code>/", ObjectiveDetail.as_view(), name="detail"),
    path("<objective_code:code>/versions/", ObjectiveVersions.as_view(), name="versions"),
]
