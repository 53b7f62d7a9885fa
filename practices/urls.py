from django.urls import path

from practices import converters  # noqa: F401
from practices.views import (
    citing,
    comparing,
    desk,
    lists,
    moving,
    pictures,
    reading,
    reviewing,
    searches,
    sections,
    writing,
)

app_name = "practices"

CODE = "<practice_code:code>/"

urlpatterns = [
    path("", lists.PracticeList.as_view(), name="list"),
    path("searches/", searches.SearchList.as_view(), name="searches"),
    path("searches/keep/", searches.SearchKeep.as_view(), name="search-keep"),
    path("searches/<int:pk>/remove/", searches.SearchRemove.as_view(), name="search-remove"),
    path("mine/", writing.Mine.as_view(), name="mine"),
    path("new/", writing.Begin.as_view(), name="begin"),
    path(f"{CODE}desk/", desk.Desk.as_view(), name="desk"),
    path("reviews/", reviewing.Reviews.as_view(), name="reviews"),
    path(f"{CODE}desk/changes/", desk.Changes.as_view(), name="changes"),
    path(f"{CODE}desk/comment/", reviewing.WriteComment.as_view(), name="comment"),
    path(f"{CODE}desk/comments/<int:pk>/settle/", reviewing.Settle.as_view(), name="settle"),
    path(f"{CODE}desk/send-back/", reviewing.SendBack.as_view(), name="send-back"),
    path(f"{CODE}desk/review/", reviewing.Review.as_view(), name="review"),
    path(f"{CODE}desk/reject/", reviewing.Reject.as_view(), name="reject"),
    path(f"{CODE}desk/publish/", reviewing.Publish.as_view(), name="publish"),
    path(f"{CODE}desk/assign/", reviewing.Assign.as_view(), name="assign"),
    path(f"{CODE}desk/assignments/<int:pk>/release/", reviewing.Release.as_view(), name="release"),
    path("evidence/", reading.EvidenceRule.as_view(), name="evidence"),
    path("compare/", comparing.CompareSheets.as_view(), name="compare"),
    path("files/<int:pk>/", pictures.File.as_view(), name="file"),
    path("files/<int:pk>/small/", pictures.SmallFile.as_view(), name="small-file"),
    path("files/<int:pk>/withdraw/", pictures.Withdraw.as_view(), name="file-withdraw"),
    path(f"{CODE}desk/check/", writing.Check.as_view(), name="check"),
    path(f"{CODE}desk/take-back/", moving.TakeBack.as_view(), name="take-back"),
    path(f"{CODE}desk/revise/", moving.Revise.as_view(), name="revise"),
    path(f"{CODE}desk/drop/", moving.DropRevision.as_view(), name="drop"),
    path(f"{CODE}desk/confirm/", moving.Confirm.as_view(), name="confirm"),
    path(f"{CODE}desk/let-go/", moving.LetGo.as_view(), name="let-go"),
    path(f"{CODE}desk/pictures/", pictures.Pictures.as_view(), name="pictures"),
    path(f"{CODE}desk/pictures/<int:pk>/remove/", pictures.Remove.as_view(), name="picture-remove"),
    path(f"{CODE}desk/<slug:section>/", sections.SectionEdit.as_view(), name="section"),
    path(f"{CODE}desk/<slug:section>/autosave/", sections.SectionAutosave.as_view(), name="autosave"),
    path(f"{CODE}versions/compare/", comparing.CompareVersions.as_view(), name="compare-versions"),
    path(f"{CODE}versions/<int:number>.pdf", citing.PaperOfVersion.as_view(), name="paper-of-version"),
    path(f"{CODE}versions/<int:number>/cite.<slug:kind>", citing.Cite.as_view(), name="cite"),
    path(f"{CODE}versions/<int:number>/", reading.VersionDetail.as_view(), name="version"),
    path("<practice_code:code>-<slug:slug>.pdf", citing.Paper.as_view(), name="paper"),
    path("<practice_code:code>-<slug:slug>/", reading.PracticeDetail.as_view(), name="detail"),
    path("<practice_code:code>/", reading.PracticeDetail.as_view(), name="detail-by-code"),
]
