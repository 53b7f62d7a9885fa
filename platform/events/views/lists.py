"""Lists of meetings, and of meetings with open events: what is to be answered, what comes, what is over."""

from django.conf import settings
from django.urls import reverse
from django.views.generic import ListView

from events.agenda import Agenda
from events.clock import this_year
from events.models import Event, Meeting
from spaces.views import InSpace


class ByRank(ListView):
    """A page of rows that have a `rank`: 0 without date, 1 to come, 2 over."""

    paginate_by = 30

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        by_rank = {0: [], 1: [], 2: []}
        for row in context["page_obj"]:
            by_rank[row.rank].append(row)
        return context | {"proposed": by_rank[0], "upcoming": by_rank[1], "past": by_rank[2]}


class MeetingList(ByRank):
    """Meetings of `get_meetings()`, by pages."""

    template_name = "events/meeting_list.html"
    context_object_name = "meetings"

    def get_meetings(self):
        """Which meetings, of those this person may see."""
        return Meeting.objects.visible_to(self.request.user).with_standing_of(self.request.user)

    def get_queryset(self):
        return self.get_meetings().in_order()


class AgendaList(ByRank):
    """Meetings and open events together, by pages."""

    def get_meetings(self):
        """Which meetings, of those this person may see."""
        return Meeting.objects.visible_to(self.request.user)

    def get_events(self):
        """Which events, of those this person may see."""
        return Event.objects.visible_to(self.request.user)

    def get_queryset(self):
        return Agenda(self.get_meetings(), self.get_events(), reader=self.request.user)


class EventsOfSpace(InSpace, AgendaList):
    """The open events and the meetings of a space."""

    template_name = "events/space_events.html"
    current_tab = "events"

    def get_meetings(self):
        return super().get_meetings().filter(space=self.space)

    def get_events(self):
        return super().get_events().filter(space=self.space)

    def get_context_data(self, **kwargs):
        meetings_url = self.space.meetings_url
        return super().get_context_data(
            may_plan=self.request.user.has_perm("events.plan_event", self.space),
            plan_url=reverse("events:plan", args=[self.space.slug]),
            # A task force plans its meetings on a page of its own.
            meetings_url=meetings_url if meetings_url != self.request.path else "",
            **kwargs,
        )


def year_of_leader_meetings(number):
    """What the warning says: how many leader meetings are planned this year, and how many there should be."""
    wanted = settings.LEADER_MEETINGS_PER_YEAR
    return {"year": this_year(), "number": number, "wanted": wanted, "are_too_few": number < wanted}
