"""The task forces for everybody, and their members for those who belong."""

from django.contrib import messages
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, ListView

from core.views import ObjectActionView, ObjectPermissionMixin
from taskforces.cycle import with_outputs
from taskforces.models import Duty, Role, Seat, TaskForce
from taskforces.roster import Roster
from taskforces.views import WithTabs

# So many team members are named on the public page; the others are counted.
NAMED_AT_MOST = 24


class TaskForceList(ListView):
    """The 24 task forces with who leads and where seats are open."""

    template_name = "taskforces/taskforce_list.html"
    context_object_name = "task_forces"

    def get_queryset(self):
        user = self.request.user
        found = TaskForce.objects.visible_to(user).with_goal().with_roster().with_standing_of(user)
        return found.order_by("objective__code")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(crumbs=[(_("Task forces"), None)], **kwargs)
        context["rosters"] = Roster.of_all(context["task_forces"])
        return context


class TaskForceDetail(WithTabs, DetailView):
    """What the task force works on, who is in it, how to join."""

    template_name = "taskforces/taskforce_detail.html"
    context_object_name = "task_force"

    def get_task_forces(self):
        return with_outputs(super().get_task_forces().with_roster())

    def get_object(self, queryset=None):
        return self.task_force

    def get_context_data(self, **kwargs):
        named = self.task_force.seats.counted_as_members().named().with_people().order_by("person__name", "pk")
        return super().get_context_data(
            roster=Roster(self.task_force),
            named_members=named[:NAMED_AT_MOST],
            duties=duties_by_role(),
            **kwargs,
        )


def duties_by_role():
    """[(role, its duties)], the leader's first."""
    duties = {role: [] for role in Role}
    for duty in Duty.objects.order_by("position"):
        duties[Role(duty.role)].append(duty)
    return list(duties.items())


class Members(WithTabs, ObjectPermissionMixin, ListView):
    """The members by name, for those who belong to the task force."""

    permission_required = "taskforces.view_members_taskforce"
    may_read_members = True  # asked at the door
    page_title = gettext_lazy("Members")
    template_name = "taskforces/members.html"
    context_object_name = "seats"
    paginate_by = 50

    @property
    def permission_object(self):
        return self.task_force

    def get_queryset(self):
        return self.task_force.seats.open().with_people().with_deputies().by_rank()

    def get_context_data(self, **kwargs):
        may_manage = self.request.user.has_perm("taskforces.manage_members_taskforce", self.task_force)
        return super().get_context_data(may_manage=may_manage, **kwargs)


class SeatAction(ObjectActionView):
    """A verb on a seat of the task force of the address."""

    model = Seat

    def get_queryset(self):
        return super().get_queryset().filter(task_force__objective__code=self.kwargs["code"])


class SeatGoOn(SeatAction):
    """Say that one would go on after the end of the mandate."""

    permission_required = "taskforces.wish_renewal_seat"
    success_message = gettext_lazy("Thank you. The secretariat has been told, and you hear from it.")

    def perform(self, seat):
        seat.wish_renewal(by=self.request.user)

    def get_success_url(self):
        return self.object.task_force.members_url


class DeputyName(SeatAction):
    """Make a team member the leader's deputy."""

    permission_required = "taskforces.name_deputy_seat"
    success_message = gettext_lazy("Done. The person has been told.")

    def perform(self, seat):
        seat.name_deputy(by=self.request.user)

    def get_success_url(self):
        return self.object.task_force.members_url


class DeputyEnd(DeputyName):
    """The deputy is a team member like the others again."""

    permission_required = "taskforces.end_deputy_seat"

    def perform(self, seat):
        seat.end_deputy(by=self.request.user)


class SeatEnd(SeatAction):
    """End a member's seat, or leave the task force oneself."""

    permission_required = "taskforces.end_seat"

    def perform(self, seat):
        seat.end(by=self.request.user)
        left = seat.person_id == self.request.user.pk
        messages.success(
            self.request, _("You have left this task force.") if left else _("The seat has ended. The person is told.")
        )

    def get_success_url(self):
        """Back to the members; whoever left may no longer read them."""
        if self.object.person_id == self.request.user.pk:
            return self.object.get_absolute_url()
        return self.object.task_force.members_url
