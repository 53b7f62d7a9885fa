"""The task forces for everybody, and their members for those who belong."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import DetailView, ListView

from core.views import ObjectActionView, ObjectPermissionMixin
from taskforces.models import Application, Duty, Seat, TaskForce
from taskforces.roster import Roster
from taskforces.views import OfTaskForce


class TaskForceList(ListView):
    """The 24 task forces with who leads and where seats are open."""

    model = TaskForce
    template_name = "taskforces/taskforce_list.html"

    def get_queryset(self):
        return TaskForce.objects.visible_to(self.request.user).with_objective().with_roster()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(crumbs=[(_("Task forces"), None)], **kwargs)
        context["rosters"] = Roster.of_all(context["object_list"])
        return context


class TaskForceDetail(OfTaskForce, DetailView):
    """What the task force works on, who is in it, how to join."""

    template_name = "taskforces/taskforce_detail.html"
    context_object_name = "task_force"

    def get_object(self, queryset=None):
        return self.task_force

    def get_context_data(self, **kwargs):
        user = self.request.user
        mine = {"task_force": self.task_force}
        return super().get_context_data(
            roster=Roster(self.task_force),
            duties=Duty.objects.order_by("role", "position"),
            own_seat=user.seats.open().filter(**mine).first() if user.is_authenticated else None,
            own_application=(
                Application.objects.open().filter(person=user, **mine).first() if user.is_authenticated else None
            ),
            **kwargs,
        )


class Members(OfTaskForce, ObjectPermissionMixin, ListView):
    """The members by name, for those who belong to the task force."""

    permission_required = "taskforces.view_members_taskforce"
    page_title = gettext_lazy("Members")
    template_name = "taskforces/members.html"
    context_object_name = "seats"
    paginate_by = 50

    @property
    def permission_object(self):
        return self.task_force

    def get_queryset(self):
        return self.task_force.seats.open().with_people().order_by("role", "started_at", "pk")

    def get_context_data(self, **kwargs):
        may_manage = self.request.user.has_perm("taskforces.manage_members_taskforce", self.task_force)
        return super().get_context_data(may_manage=may_manage, **kwargs)


class SeatEnd(ObjectActionView):
    """End a member's seat, or leave the task force oneself."""

    model = Seat
    permission_required = "taskforces.end_seat"
    success_message = gettext_lazy("The seat has ended.")

    def get_queryset(self):
        return Seat.objects.visible_to(self.request.user).filter(task_force__objective__code=self.kwargs["code"])

    def perform(self, seat):
        seat.end(by=self.request.user)
