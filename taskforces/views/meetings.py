"""The meetings of a task force among its pages, and those of the leaders of all."""

from django.contrib.auth.mixins import LoginRequiredMixin
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Subquery, Value
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.views import ObjectPermissionMixin
from events.clock import this_year
from events.forms.meetings import KINDS_OF_TASK_FORCE
from events.models import Meeting
from events.views.lists import MeetingList, year_of_leader_meetings
from events.views.organising import PlanMeeting
from regions.models import Region
from spaces.models import LEADERS, Space
from taskforces.models import Role, Seat
from taskforces.views import OfTaskForce, WithTabs


class Meetings(WithTabs, LoginRequiredMixin, MeetingList):
    """What comes, what is to be answered, what is over, for those the space lets in."""

    page_title = gettext_lazy("Meetings")
    template_name = "taskforces/meetings.html"

    def dispatch(self, request, *args, **kwargs):
        if not request.user.is_authenticated:
            return self.handle_no_permission()
        if not self.may_read_meetings:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_task_forces(self):
        """With how many leader meetings are planned this year: its leader is warned when they are too few."""
        planned = Meeting.objects.visible_to(self.request.user).of_leaders().planned_in(this_year()).order_by()
        number = planned.annotate(_all=Value(1)).values("_all").annotate(number=Count("pk")).values("number")
        return super().get_task_forces().annotate(leader_meetings=Coalesce(Subquery(number), 0))

    def get_meetings(self):
        return super().get_meetings().filter(space=self.task_force.space_id)

    def get_context_data(self, **kwargs):
        year = year_of_leader_meetings(self.task_force.leader_meetings)
        return super().get_context_data(
            may_plan=self.request.user.has_perm("events.plan_meeting", self.task_force.space),
            leader_meetings=year if self.task_force.own_role_in_force == Role.LEADER else None,
            **kwargs,
        )


class PlanForTaskForce(OfTaskForce, ObjectPermissionMixin, PlanMeeting):
    """A member or a planning meeting of this task force; for who represents a region, a member meeting of that."""

    permission_required = "events.plan_meeting"

    def get_task_forces(self):
        return super().get_task_forces().select_related("space").with_standing_of(self.request.user)

    @property
    def space(self):
        return self.task_force.space

    permission_object = space

    @cached_property
    def region(self):
        """The region she represents here; None for the leader and the secretariat, who choose."""
        own = Seat.objects.visible_to(self.request.user).in_force().representatives().filter(person=self.request.user)
        seat = own.filter(task_force=self.task_force).select_related("region").first()
        return seat and seat.region

    @property
    def regions(self):
        return None if self.region else Region.objects.large()

    @property
    def kinds(self):
        return (Meeting.Kind.MEMBER,) if self.region else KINDS_OF_TASK_FORCE

    def crumbs(self):
        return [*super().crumbs(), (_("Meetings"), self.task_force.meetings_url), (_("Plan a meeting"), None)]


class OfLeaders:
    """The room of the leaders of all task forces."""

    @cached_property
    def space(self):
        return get_object_or_404(Space.objects.visible_to(self.request.user).with_owner(), slug=LEADERS)

    @property
    def permission_object(self):
        return self.space

    def crumbs(self, *further):
        return [(_("Task forces"), reverse("taskforces:list")), *further]


class LeaderMeetings(OfLeaders, LoginRequiredMixin, MeetingList):
    """The meetings of the leaders, and whether enough are planned this year."""

    template_name = "taskforces/leader_meetings.html"

    def get_meetings(self):
        return super().get_meetings().filter(space=self.space)

    def get_context_data(self, **kwargs):
        planned = Meeting.objects.visible_to(self.request.user).of_leaders().planned_in(this_year())
        return super().get_context_data(
            leader_meetings=year_of_leader_meetings(planned.count()),
            may_plan=self.request.user.has_perm("events.plan_meeting", self.space),
            crumbs=self.crumbs((_("Leader meetings"), None)),
            **kwargs,
        )


class PlanForLeaders(OfLeaders, ObjectPermissionMixin, PlanMeeting):
    """A meeting of the leaders of all task forces, planned by the secretariat."""

    permission_required = "events.plan_meeting"
    kinds = (Meeting.Kind.LEADER,)

    def get_context_data(self, **kwargs):
        meetings = (_("Leader meetings"), self.space.meetings_url)
        return super().get_context_data(crumbs=self.crumbs(meetings, (_("Plan a meeting"), None)), **kwargs)
