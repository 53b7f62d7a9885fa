"""The addresses of joining."""

from django.urls import path

from partners.views import joining

urlpatterns = [
    path("apply/", joining.Apply.as_view(), name="apply"),
    path("apply/declaration/", joining.Declaration.as_view(), name="declaration"),
    path("apply/organisation/", joining.Organisation.as_view(), name="apply-organisation"),
    path("apply/save/", joining.Autosave.as_view(), name="apply-save"),
    path("applications/<int:pk>/", joining.ApplicationDetail.as_view(), name="application"),
    path("applications/<int:pk>/organisation/", joining.Organisation.as_view(), name="application-organisation"),
    path("applications/<int:pk>/save/", joining.Autosave.as_view(), name="application-save"),
    path("applications/<int:pk>/files/", joining.Files.as_view(), name="application-files"),
    path("applications/<int:pk>/files/<slug:kind>/", joining.PieceFile.as_view(), name="piece"),
    path("applications/<int:pk>/files/<slug:kind>/remove/", joining.PieceRemove.as_view(), name="piece-remove"),
    path("applications/<int:pk>/check/", joining.Check.as_view(), name="application-check"),
    path("applications/<int:pk>/withdraw/", joining.Withdraw.as_view(), name="application-withdraw"),
]
