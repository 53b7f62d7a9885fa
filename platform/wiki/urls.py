from django.urls import path

from wiki.views import pages, verbs, writing

app_name = "wiki"

WIKI = "spaces/<slug:slug>/wiki/"
PAGE = f"{WIKI}pages/<slug:name>/"

urlpatterns = [
    path(WIKI, pages.PageList.as_view(), name="list"),
    path(f"{WIKI}changes/", pages.Changes.as_view(), name="changes"),
    path(f"{WIKI}write/", writing.Write.as_view(), name="write"),
    path(PAGE, pages.PageDetail.as_view(), name="page"),
    path(f"{PAGE}history/", pages.History.as_view(), name="history"),
    path(f"{PAGE}edit/", writing.Edit.as_view(), name="edit"),
    path(f"{PAGE}rename/", verbs.Rename.as_view(), name="rename"),
    path(f"{PAGE}follow/", verbs.Follow.as_view(), name="follow"),
    path(f"{PAGE}restore/", verbs.Restore.as_view(), name="restore"),
    path(f"{PAGE}protect/", verbs.Protect.as_view(), name="protect"),
    path(f"{PAGE}unprotect/", verbs.Unprotect.as_view(), name="unprotect"),
    path(f"{PAGE}remove/", verbs.Remove.as_view(), name="remove"),
    path(f"{PAGE}bring-back/", verbs.BringBack.as_view(), name="bring-back"),
]
