from django.urls import path

from partners.joining_urls import urlpatterns as joining
from partners.views.finding import PartnerList
from partners.views.invitations import (
    InvitationAnswer,
    InvitationCreate,
    InvitationSendAgain,
    InvitationWithdraw,
    MailDomainCreate,
    MailDomainDrop,
)
from partners.views.mapping import PartnerMap, PartnerMapData
from partners.views.pages import PartnerDetail
from partners.views.people import (
    AffiliationConfirm,
    AffiliationDecline,
    AffiliationEnd,
    AffiliationNameFocalPoint,
    AffiliationRequest,
    AffiliationStepDown,
    PartnerPeople,
)
from partners.views.placing import PartnerPlace
from partners.views.sheet import (
    DraftedFile,
    PublishedFile,
    SheetAutosave,
    SheetDiscard,
    SheetEdit,
    SheetPreview,
    SheetPublish,
)
from partners.views.supporters import AgreementDocument, SupporterList
from regions.views import PlaceSuggestions

app_name = "partners"

urlpatterns = [
    path("", PartnerList.as_view(), name="list"),
    path("map/", PartnerMap.as_view(), name="map"),
    path("map.json", PartnerMapData.as_view(), name="map-data"),
    path("places/", PlaceSuggestions.as_view(), name="places"),
    path("affiliations/<int:pk>/confirm/", AffiliationConfirm.as_view(), name="affiliation-confirm"),
    path("affiliations/<int:pk>/decline/", AffiliationDecline.as_view(), name="affiliation-decline"),
    path("affiliations/<int:pk>/end/", AffiliationEnd.as_view(), name="affiliation-end"),
    path(
        "affiliations/<int:pk>/name-focal-point/",
        AffiliationNameFocalPoint.as_view(),
        name="affiliation-name-focal-point",
    ),
    path("affiliations/<int:pk>/step-down/", AffiliationStepDown.as_view(), name="affiliation-step-down"),
    path("invitations/<int:pk>/withdraw/", InvitationWithdraw.as_view(), name="invitation-withdraw"),
    path("invitations/<int:pk>/send-again/", InvitationSendAgain.as_view(), name="invitation-send-again"),
    path("invitations/<str:token>/", InvitationAnswer.as_view(), name="invitation"),
    path("mail-domains/<int:pk>/drop/", MailDomainDrop.as_view(), name="maildomain-drop"),
    path("supporters/", SupporterList.as_view(), name="supporters"),
    path("agreements/<int:pk>/document/", AgreementDocument.as_view(), name="agreement-document"),
    *joining,
    path("<slug:slug>/", PartnerDetail.as_view(), name="detail"),
    path("<slug:slug>/place/", PartnerPlace.as_view(), name="place"),
    path("<slug:slug>/people/", PartnerPeople.as_view(), name="people"),
    path("<slug:slug>/logo/", PublishedFile.as_view(), {"name": "logo"}, name="logo"),
    path("<slug:slug>/poster/", PublishedFile.as_view(), {"name": "poster"}, name="poster"),
    path("<slug:slug>/sheet/", SheetEdit.as_view(), name="sheet"),
    path("<slug:slug>/sheet/draft/", SheetAutosave.as_view(), name="sheet-autosave"),
    path("<slug:slug>/sheet/preview/", SheetPreview.as_view(), name="sheet-preview"),
    path("<slug:slug>/sheet/publish/", SheetPublish.as_view(), name="sheet-publish"),
    path("<slug:slug>/sheet/discard/", SheetDiscard.as_view(), name="sheet-discard"),
    path("<slug:slug>/sheet/logo/", DraftedFile.as_view(), {"name": "logo"}, name="sheet-logo"),
    path("<slug:slug>/sheet/poster/", DraftedFile.as_view(), {"name": "poster"}, name="sheet-poster"),
    path("<slug:slug>/people/invite/", InvitationCreate.as_view(), name="invite"),
    path("<slug:slug>/people/domains/", MailDomainCreate.as_view(), name="maildomain-create"),
    path("<slug:slug>/request/", AffiliationRequest.as_view(), name="affiliation-request"),
]
