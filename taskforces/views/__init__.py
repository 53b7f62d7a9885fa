"""What the pages of a task force have in common: the task force of the address, its tabs, the way back."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic.detail import SingleObjectMixin

from taskforces.models import Application, TaskForce


class OfTaskForce:
    """Finds the task force whose code stands in the address."""

    page_title = None

    @cached_property
    def task_force(self):
        """The task force; 404 when there is none of this code."""
        finder = SingleObjectMixin()
        finder.kwargs = {"code": self.kwargs["code"]}
        finder.slug_field, finder.slug_url_kwarg = "objective__code", "code"
        return finder.get_object(TaskForce.objects.visible_to(self.request.user).with_objective())

    def get_context_data(self, **kwargs):
        task_force = self.task_force
        crumbs = [
            (_("Task forces"), reverse("taskforces:list")),
            (str(task_force), task_force.get_absolute_url()),
        ]
        if self.page_title:
            crumbs.append((self.page_title, None))
        return super().get_context_data(task_force=task_force, crumbs=crumbs, tabs=self.tabs(), **kwargs)

    def tabs(self):
        """The pages of the task force this person may open; none when there is only one."""
        user, code = self.request.user, self.task_force.code.lower()
        tabs = [(_("Overview"), "taskforces:detail", 0)]
        if user.has_perm("taskforces.view_applications_taskforce", self.task_force):
            waiting = Application.objects.visible_to(user).waiting().filter(task_force=self.task_force).count()
            tabs.append((_("Applications"), "taskforces:applications", waiting))
        if user.has_perm("taskforces.view_members_taskforce", self.task_force):
            tabs.append((_("Members"), "taskforces:members", 0))
        here = self.request.resolver_match.view_name
        return (
            [
                {
                    "title": title,
                    "url": reverse(name, args=[code]),
                    "count": count,
                    "is_current": name == here,
                }
                for title, name, count in tabs
            ]
            if len(tabs) > 1
            else []
        )
