from django.urls import path

from colleges.views import CollegeDetail, CollegeList, Friends, Funders

app_name = "colleges"

urlpatterns = [
    path("colleges/", CollegeList.as_view(), name="list"),
    path("colleges/<slug:slug>/", CollegeDetail.as_view(), name="detail"),
    path("funders/", Funders.as_view(), name="funders"),
    path("friends/", Friends.as_view(), name="friends"),
]
