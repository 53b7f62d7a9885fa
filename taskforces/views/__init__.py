"""What the pages of a task force have in common: the task force of the address, its tabs, the way back."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from taskforces.models import Application, TaskForce


class OfTaskForce:
    """Finds the task force whose code stands in the address."""

    page_title = None

    @cached_property
    def task_force(self):
        """The task force; 404 when there is none of this code."""
        return get_object_or_404(self.get_task_forces(), objective__code=self.kwargs["code"])

    def get_task_forces(self):
        """Where it is looked for, with what the page shows of it."""
        return TaskForce.objects.visible_to(self.request.user).with_objective()

    def get_context_data(self, **kwargs):
        return super().get_context_data(task_force=self.task_force, **{"crumbs": self.crumbs(), **kwargs})

    def crumbs(self):
        """Task forces › this one › this page."""
        crumbs = [
            (_("Task forces"), reverse("taskforces:list")),
            (str(self.task_force), self.task_force.get_absolute_url()),
        ]
        if self.page_title:
            crumbs.append((self.page_title, None))
        return crumbs


class WithTabs(OfTaskForce):
    """A page of the task force that stands among its tabs."""

    def get_context_data(self, **kwargs):
        return super().get_context_data(tabs=self.tabs(), **kwargs)

    @cached_property
    def may_read_applications(self):
        """Whether this person reads who asks to join."""
        return self.request.user.has_perm("taskforces.view_applications_taskforce", self.task_force)

    @cached_property
    def may_read_members(self):
        """Whether this person reads the members by name, as everybody does who reads the applications."""
        return self.may_read_applications or self.request.user.has_perm(
            "taskforces.view_members_taskforce", self.task_force
        )

    def tabs(self):
        """The pages of the task force this person may open; none when there is only one."""
        user, tabs = self.request.user, [self.tab(_("Overview"), "taskforces:detail")]
        if self.may_read_applications:
            waiting = Application.objects.visible_to(user).waiting().filter(task_force=self.task_force).count()
            tabs.append(self.tab(_("Applications"), "taskforces:applications", waiting))
        if self.may_read_members:
            tabs.append(self.tab(_("Members"), "taskforces:members"))
        return tabs if len(tabs) > 1 else []

    def tab(self, title, name, count=0):
        """One tab, as components/tabs.html wants it."""
        return {
            "title": title,
            "url": reverse(name, args=[self.task_force.code.lower()]),
            "count": count,
            "is_current": name == self.request.resolver_match.view_name,
        }
