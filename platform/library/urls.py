from django.urls import path

from library.views import lists, works, writing

app_name = "library"

IN_SPACE = "spaces/<slug:slug>/library/"
WORK = f"{IN_SPACE}<int:pk>/"

urlpatterns = [
    path("library/", lists.WholeLibrary.as_view(), name="all"),
    path(IN_SPACE, lists.LibraryOfSpace.as_view(), name="list"),
    path(f"{IN_SPACE}add/", writing.Add.as_view(), name="add"),
    path(f"{IN_SPACE}files/<int:pk>/", works.VersionFile.as_view(), name="file"),
    path(WORK, works.WorkDetail.as_view(), name="detail"),
    path(f"{WORK}cite/", works.Cite.as_view(), name="cite"),
    path(f"{WORK}change/", writing.Change.as_view(), name="change"),
    path(f"{WORK}version/", writing.AddVersion.as_view(), name="version"),
    path(f"{WORK}withdraw/", writing.Withdraw.as_view(), name="withdraw"),
    path(f"{WORK}restore/", writing.Restore.as_view(), name="restore"),
]
