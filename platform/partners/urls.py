from django.urls import path

from partners.views import (
    AffiliationConfirm,
    AffiliationDecline,
    AffiliationEnd,
    AffiliationNameFocalPoint,
    AffiliationRequest,
    PartnerDetail,
    PartnerList,
    PartnerPeople,
)

app_name = "partners"

urlpatterns = [
    path("", PartnerList.as_view(), name="list"),
    path("affiliations/<int:pk>/confirm/", AffiliationConfirm.as_view(), name="affiliation-confirm"),
    path("affiliations/<int:pk>/decline/", AffiliationDecline.as_view(), name="affiliation-decline"),
    path("affiliations/<int:pk>/end/", AffiliationEnd.as_view(), name="affiliation-end"),
    path(
        "affiliations/<int:pk>/name-focal-point/",
        AffiliationNameFocalPoint.as_view(),
        name="affiliation-name-focal-point",
    ),
    path("<slug:slug>/", PartnerDetail.as_view(), name="detail"),
    path("<slug:slug>/people/", PartnerPeople.as_view(), name="people"),
    path("<slug:slug>/request/", AffiliationRequest.as_view(), name="affiliation-request"),
]
