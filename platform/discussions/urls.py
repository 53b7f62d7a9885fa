from django.urls import path

from discussions.views import moderating, pages, posting, steering

app_name = "discussions"

HERE = "spaces/<slug:slug>/discussions/"
THREAD, POST = f"{HERE}<int:pk>/", f"{HERE}posts/<int:pk>/"

urlpatterns = [
    path(HERE, pages.ThreadList.as_view(), name="list"),
    path(f"{HERE}start/", posting.Start.as_view(), name="start"),
    path(THREAD, pages.ThreadDetail.as_view(), name="detail"),
    path(f"{THREAD}reply/", posting.Reply.as_view(), name="reply"),
    path(f"{THREAD}follow/", steering.Follow.as_view(), name="follow"),
    path(f"{THREAD}close/", steering.Close.as_view(), name="close"),
    path(f"{THREAD}reopen/", steering.Reopen.as_view(), name="reopen"),
    path(f"{THREAD}pin/", steering.Pin.as_view(), name="pin"),
    path(f"{THREAD}move/", steering.Move.as_view(), name="move"),
    path(f"{THREAD}merge/", steering.Merge.as_view(), name="merge"),
    path(POST, pages.PostPlace.as_view(), name="post"),
    path(f"{POST}file/", pages.PostFile.as_view(), name="file"),
    path(f"{POST}history/", pages.PostHistory.as_view(), name="history"),
    path(f"{POST}edit/", posting.Edit.as_view(), name="edit"),
    path(f"{POST}react/", posting.React.as_view(), name="react"),
    path(f"{POST}report/", moderating.Report.as_view(), name="report"),
    path(f"{POST}dismiss/", moderating.Dismiss.as_view(), name="dismiss"),
    path(f"{POST}hide/", moderating.Hide.as_view(), name="hide"),
    path(f"{POST}show/", moderating.Show.as_view(), name="show"),
    path(f"{POST}appeal/", moderating.Appeal.as_view(), name="appeal"),
    path(f"{POST}uphold/", moderating.Uphold.as_view(), name="uphold"),
    path(f"{POST}warn/", moderating.Warn.as_view(), name="warn"),
    path(f"{POST}split/", moderating.Split.as_view(), name="split"),
]
