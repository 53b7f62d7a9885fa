from django.urls import path

from messaging.views.pages import ConversationDetail, ConversationList, Write
from messaging.views.verbs import BlockLift, ConversationBlock, ConversationClose, ConversationReport

app_name = "messaging"

urlpatterns = [
    path("messages/", ConversationList.as_view(), name="list"),
    path("messages/<int:pk>/", ConversationDetail.as_view(), name="detail"),
    path("messages/<int:pk>/close/", ConversationClose.as_view(), name="close"),
    path("messages/<int:pk>/block/", ConversationBlock.as_view(), name="block"),
    path("messages/<int:pk>/report/", ConversationReport.as_view(), name="report"),
    path("messages/blocks/<int:pk>/lift/", BlockLift.as_view(), name="block-lift"),
    path("partners/<slug:slug>/write/", Write.as_view(), name="write"),
]
