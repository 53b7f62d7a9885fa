from django.urls import path

from events.views import calendars, decisions, lists, meetings, minutes, organising

app_name = "events"

urlpatterns = [
    path("spaces/<slug:slug>/events/", lists.MeetingsOfSpace.as_view(), name="of-space"),
    path("meetings/", meetings.MyMeetings.as_view(), name="mine"),
    path("meetings/calendar/renew/", calendars.CalendarRenew.as_view(), name="calendar-renew"),
    path("meetings/calendar/revoke/", calendars.CalendarRevoke.as_view(), name="calendar-revoke"),
    path("meetings/<int:pk>/", meetings.MeetingDetail.as_view(), name="detail"),
    path("meetings/<int:pk>/meeting.ics", calendars.MeetingFile.as_view(), name="file"),
    path("meetings/<int:pk>/availability/", meetings.GiveAvailability.as_view(), name="availability"),
    path("meetings/<int:pk>/answer/", meetings.Answer.as_view(), name="answer"),
    path("meetings/<int:pk>/edit/", organising.Edit.as_view(), name="edit"),
    path("meetings/<int:pk>/dates/", organising.OtherDates.as_view(), name="dates"),
    path("meetings/<int:pk>/fix/", organising.Fix.as_view(), name="fix"),
    path("meetings/<int:pk>/move/", organising.Move.as_view(), name="move"),
    path("meetings/<int:pk>/cancel/", organising.Cancel.as_view(), name="cancel"),
    path("meetings/<int:pk>/attendance/", organising.Attendance.as_view(), name="attendance"),
    path("meetings/<int:pk>/minutes/", minutes.MinutesEdit.as_view(), name="minutes"),
    path("meetings/<int:pk>/minutes/autosave/", minutes.MinutesAutosave.as_view(), name="minutes-autosave"),
    path("meetings/<int:pk>/decisions/add/", decisions.Decide.as_view(), name="decide"),
    path("meetings/decisions/<int:pk>/", decisions.Correct.as_view(), name="decision"),
    path("meetings/decisions/<int:pk>/complete/", decisions.Complete.as_view(), name="decision-complete"),
]
