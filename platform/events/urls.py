from django.urls import path

from events.views import announcing, calendars, decisions, lists, meetings, minutes, organising, outside
from events.views import events as open_events
from events.views import registrations as registering

app_name = "events"

EVENT = "events/<int:pk>/"

urlpatterns = [
    path("spaces/<slug:slug>/events/", lists.EventsOfSpace.as_view(), name="of-space"),
    path("spaces/<slug:slug>/events/plan/", announcing.Plan.as_view(), name="plan"),
    path("events/", open_events.EventList.as_view(), name="list"),
    path("events/outside/", outside.OutsideMeetings.as_view(), name="outside"),
    path("events/outside/<int:pk>/attend/", outside.Attend.as_view(), name="outside-attend"),
    path("events/outside/<int:pk>/stay-away/", outside.StayAway.as_view(), name="outside-stay-away"),
    path("events/registrations/<int:pk>/withdraw/", registering.Withdraw.as_view(), name="registration-withdraw"),
    path(EVENT, open_events.EventDetail.as_view(), name="event"),
    path(f"{EVENT}event.ics", calendars.EventFile.as_view(), name="event-file"),
    path(f"{EVENT}document/", open_events.EventDocument.as_view(), name="event-document"),
    path(f"{EVENT}register/", registering.Register.as_view(), name="event-register"),
    path(f"{EVENT}registrations/", registering.Registrations.as_view(), name="registrations"),
    path(f"{EVENT}registrations/export/", registering.Export.as_view(), name="registrations-export"),
    path(f"{EVENT}edit/", announcing.Edit.as_view(), name="event-edit"),
    path(f"{EVENT}cancel/", announcing.Cancel.as_view(), name="event-cancel"),
    path(f"{EVENT}attendance/", announcing.Attendance.as_view(), name="event-attendance"),
    path(f"{EVENT}report/", announcing.Report.as_view(), name="event-report"),
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
