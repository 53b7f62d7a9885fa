from django.urls import path

from taskforces.views import applications, joining, pages

app_name = "taskforces"

urlpatterns = [
    path("", pages.TaskForceList.as_view(), name="list"),
    path("<objective_code:code>/", pages.TaskForceDetail.as_view(), name="detail"),
    path("<objective_code:code>/members/", pages.Members.as_view(), name="members"),
    path("<objective_code:code>/members/<int:pk>/end/", pages.SeatEnd.as_view(), name="seat-end"),
    path("<objective_code:code>/join/", joining.Join.as_view(), name="join"),
    path("<objective_code:code>/applications/", applications.Inbox.as_view(), name="applications"),
    path(
        "<objective_code:code>/applications/<int:pk>/",
        applications.ApplicationDetail.as_view(),
        name="application",
    ),
    path("<objective_code:code>/applications/<int:pk>/accept/", applications.Accept.as_view(), name="accept"),
    path("<objective_code:code>/applications/<int:pk>/decline/", applications.Decline.as_view(), name="decline"),
    path("<objective_code:code>/applications/<int:pk>/ask/", applications.Ask.as_view(), name="ask"),
    path("<objective_code:code>/applications/<int:pk>/answer/", applications.Answer.as_view(), name="answer"),
    path(
        "<objective_code:code>/applications/<int:pk>/withdraw/",
        applications.Withdraw.as_view(),
        name="withdraw",
    ),
]
