"""Lists of meetings: what is to be answered, what comes, what is over."""

from django.conf import settings
from django.contrib.auth.mixins import LoginRequiredMixin
from django.views.generic import ListView

from events.clock import this_year
from events.models import Meeting
from spaces.views import InSpace


class MeetingList(ListView):
    """Meetings of `get_meetings()`: without date, to come, over; by pages."""

    template_name = "events/meeting_list.html"
    context_object_name = "meetings"
    paginate_by = 30

    def get_meetings(self):
        """Which meetings, of those this person may see."""
        return Meeting.objects.visible_to(self.request.user).with_standing_of(self.request.user)

    def get_queryset(self):
        return self.get_meetings().in_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        by_rank = {0: [], 1: [], 2: []}
        for meeting in context["meetings"]:
            by_rank[meeting.rank].append(meeting)
        return context | {"proposed": by_rank[0], "upcoming": by_rank[1], "past": by_rank[2]}


class MeetingsOfSpace(InSpace, LoginRequiredMixin, MeetingList):
    """The meetings of a space whose owner has no page of its own for them."""

    template_name = "events/space_meetings.html"
    current_tab = "events"

    def get_meetings(self):
        return super().get_meetings().filter(space=self.space)


def year_of_leader_meetings(number):
    """What the warning says: how many leader meetings are planned this year, and how many there should be."""
    wanted = settings.LEADER_MEETINGS_PER_YEAR
    return {"year": this_year(), "number": number, "wanted": wanted, "are_too_few": number < wanted}
