from django.urls import path

from events.views import calendars, decisions, meetings, minutes, organising

app_name = "events"

urlpatterns = [
    path("", meetings.MyMeetings.as_view(), name="mine"),
    path("calendar/renew/", calendars.CalendarRenew.as_view(), name="calendar-renew"),
    path("calendar/revoke/", calendars.CalendarRevoke.as_view(), name="calendar-revoke"),
    path("<int:pk>/", meetings.MeetingDetail.as_view(), name="detail"),
    path("<int:pk>/meeting.ics", calendars.MeetingFile.as_view(), name="file"),
    path("<int:pk>/availability/", meetings.GiveAvailability.as_view(), name="availability"),
    path("<int:pk>/answer/", meetings.Answer.as_view(), name="answer"),
    path("<int:pk>/edit/", organising.Edit.as_view(), name="edit"),
    path("<int:pk>/dates/", organising.OtherDates.as_view(), name="dates"),
    path("<int:pk>/fix/", organising.Fix.as_view(), name="fix"),
    path("<int:pk>/move/", organising.Move.as_view(), name="move"),
    path("<int:pk>/cancel/", organising.Cancel.as_view(), name="cancel"),
    path("<int:pk>/attendance/", organising.Attendance.as_view(), name="attendance"),
    path("<int:pk>/minutes/", minutes.MinutesEdit.as_view(), name="minutes"),
    path("<int:pk>/minutes/autosave/", minutes.MinutesAutosave.as_view(), name="minutes-autosave"),
    path("<int:pk>/decisions/add/", decisions.Decide.as_view(), name="decide"),
    path("decisions/<int:pk>/", decisions.Correct.as_view(), name="decision"),
    path("decisions/<int:pk>/complete/", decisions.Complete.as_view(), name="decision-complete"),
]
