from django.urls import path

from api.views.keys import KeyRevoke, Keys

app_name = "keys"

urlpatterns = [
    path("", Keys.as_view(), name="list"),
    path("<int:pk>/revoke/", KeyRevoke.as_view(), name="revoke"),
]
