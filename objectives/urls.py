from django.urls import path, register_converter

from objectives.converters import GoalCode, ObjectiveCode
from objectives.views import GoalDetail, ObjectiveDetail, ObjectiveList, ObjectiveVersions

app_name = "objectives"

register_converter(GoalCode, "goal_code")
register_converter(ObjectiveCode, "objective_code")

urlpatterns = [
    path("", ObjectiveList.as_view(), name="list"),
    path("<goal_code:code>/", GoalDetail.as_view(), name="goal"),
    path("<objective_code:code>/", ObjectiveDetail.as_view(), name="detail"),
    path("<objective_code:code>/versions/", ObjectiveVersions.as_view(), name="versions"),
]
