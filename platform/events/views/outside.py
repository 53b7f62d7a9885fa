"""The agenda of outside meetings, for all partners: where to be seen, and who goes."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView

from core.views import ObjectActionView, VisibleMixin
from events.models import OutsideMeeting
from partners.gate import HubMixin


class OutsideMeetings(HubMixin, VisibleMixin, ListView):
    """What comes, by date; with `?when=past` what is over."""

    http_method_names = ["get", "head", "options"]
    model = OutsideMeeting
    template_name = "events/outside_meetings.html"
    context_object_name = "meetings"
    paginate_by = 30

    @property
    def is_past(self):
        return self.request.GET.get("when") == "past"

    def get_queryset(self):
        rows = super().get_queryset()
        return (rows.over() if self.is_past else rows.to_come()).with_attendees()

    def get_context_data(self, **kwargs):
        crumbs = [(_("Events"), reverse("events:list")), (_("Outside meetings"), None)]
        context = super().get_context_data(is_past=self.is_past, crumbs=crumbs, **kwargs)
        for meeting in context["meetings"]:
            going = list(meeting.attendances.all())
            meeting.is_mine = any(each.person_id == self.request.user.pk for each in going)
            meeting.named = [each.person for each in going if each.is_named]
            meeting.number_unnamed = len(going) - len(meeting.named)
        return context


class Attend(ObjectActionView):
    model = OutsideMeeting
    permission_required = "events.attend_outsidemeeting"
    success_message = gettext_lazy("Good. Others see that somebody goes.")

    def perform(self, meeting):
        meeting.attend(by=self.request.user)


class StayAway(Attend):
    success_message = gettext_lazy("It is noted that you do not go.")

    def perform(self, meeting):
        meeting.stay_away(by=self.request.user)
