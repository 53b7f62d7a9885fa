"""What the pages of a task force have in common: the task force of the address, its tabs, the way back."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from core.counting import numbers
from taskforces.models import TaskForce


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
    """A page of the task force that stands among its tabs, or below one of them: `current_tab`."""

    current_tab = None

    def get_task_forces(self):
        """With what the tabs and their rights depend on, in the same question."""
        found = super().get_task_forces().select_related("space")
        found = found.with_standing_of(self.request.user).with_consultations()
        # The secretariat reads all of it, everywhere; what others may read is asked when their seat is known.
        return found.with_numbers() if self.request.user.is_staff else found

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

    @cached_property
    def may_read_enquiries(self):
        """Whether this person answers questions from outside."""
        return self.request.user.has_perm("taskforces.view_enquiries_taskforce", self.task_force)

    @cached_property
    def may_read_candidates(self):
        """Whether this person is heard about candidates, where there are any."""
        return self.task_force.has_consultations and self.request.user.has_perm(
            "taskforces.view_candidates_taskforce", self.task_force
        )

    @cached_property
    def may_read_register(self):
        """Whether this person reads what the task force has found."""
        user = self.request.user
        return user.is_authenticated and user.has_perm("taskforces.read_register", self.task_force)

    @cached_property
    def may_read_meetings(self):
        """Whether this person is let into the space: who has a seat is, others are asked for."""
        user = self.request.user
        if not user.is_authenticated:
            return False
        is_sure = self.task_force.own_role is not None or user.has_perm("spaces.view_space")
        return is_sure or user.has_perm("spaces.enter_space", self.task_force.space)

    @cached_property
    def numbers(self):
        """How much waits here for this person, {"waiting": requests, "asked": questions from outside}.

        Asked, in one query, only for the tabs of those who answer them.
        """
        if self.request.user.is_staff:
            return {"waiting": self.task_force.number_waiting, "asked": self.task_force.number_asked}
        return numbers(
            waiting=self.task_force.applications.visible_to(self.request.user).waiting(),
            asked=self.task_force.enquiries.visible_to(self.request.user).waiting(),
        )

    def tabs(self):
        """The pages of the task force this person may open; none when there is only one."""
        tabs = [self.tab(_("Overview"), "taskforces:detail"), self.tab(_("Cycle"), "taskforces:cycle")]
        if self.may_read_register:
            tabs.append(self.tab(_("Register"), "taskforces:register"))
        tabs.append(self.tab(_("Ideas"), "projects:ideas-of-task-force"))
        if self.may_read_meetings:
            tabs.append(self.tab(_("Meetings"), "taskforces:meetings"))
            tabs.append(self.room())
        if self.may_read_members:
            tabs.append(self.tab(_("Members"), "taskforces:members"))
        if self.may_read_candidates:
            tabs.append(self.tab(_("Candidates"), "taskforces:candidates"))
        if self.may_read_applications:
            tabs.append(self.tab(_("Applications"), "taskforces:applications", self.numbers["waiting"]))
            tabs.append(self.tab(_("Joining form"), "taskforces:form"))
        tabs.append(self.tab(_("Questions and answers"), "taskforces:questions"))
        if self.may_read_enquiries:
            tabs.append(self.tab(_("Questions received"), "taskforces:enquiries", self.numbers["asked"]))
        return tabs if len(tabs) > 1 else []

    def room(self):
        """The tab that leads into its room."""
        url = self.task_force.space.get_absolute_url()
        return {"title": pgettext("a space", "Room"), "url": url, "count": 0, "is_current": False}

    def tab(self, title, name, count=0):
        """One tab, as components/tabs.html wants it."""
        return {
            "title": title,
            "url": reverse(name, args=[self.task_force.code.lower()]),
            "count": count,
            "is_current": name == (self.current_tab or self.request.resolver_match.view_name),
        }
