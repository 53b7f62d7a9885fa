"""The register of a task force: list, table of regions and types, files to take away."""

from django.core.paginator import Paginator
from django.http import HttpResponseBadRequest
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView, View

from core.views import ObjectPermissionMixin
from partners.vocabulary import vocabulary
from taskforces.exporting.register import KINDS, exported
from taskforces.filters import RegisterFinder
from taskforces.matrix import Matrix
from taskforces.models import Gap, RegisterItem
from taskforces.views import OfTaskForce, WithTabs


class UnderRegister(OfTaskForce):
    """A page that lies below the register."""

    def crumbs(self):
        """Task forces › this one › its register › this page."""
        *above, last = super().crumbs()
        register = _("Register"), reverse("taskforces:register", args=[self.task_force.code.lower()])
        return [*above, register, last]


class WithStanding(OfTaskForce):
    """Knows where this person stands in the task force; what is asked about her rights asks no more."""

    def get_task_forces(self):
        return super().get_task_forces().with_standing_of(self.request.user)


class OfRegister(WithTabs, ObjectPermissionMixin):
    """A page about the whole register: for people of partners and those who have a seat."""

    permission_required = "taskforces.read_register"

    @property
    def permission_object(self):
        return self.task_force

    @cached_property
    def may_add(self):
        """Whether this person writes in the register."""
        return self.request.user.has_perm("taskforces.add_registeritem", self.task_force)

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_add=self.may_add, words=vocabulary(), **kwargs)


class RegisterList(OfRegister, ListView):
    """What the task force has found, narrowed by words and facets."""

    page_title = gettext_lazy("Register")
    template_name = "taskforces/register_list.html"
    context_object_name = "items"
    paginate_by = 25

    @cached_property
    def finder(self):
        return RegisterFinder(self.request.GET, self.task_force, self.request.user)

    def get_queryset(self):
        return self.finder.rows

    def get_paginator(self, queryset, per_page, **kwargs):
        paginator = Paginator(queryset, per_page, **kwargs)
        paginator.count = self.finder.total  # counted with the facets
        return paginator

    def get_context_data(self, **kwargs):
        return super().get_context_data(finder=self.finder, **kwargs)


class RegisterMatrix(UnderRegister, OfRegister, TemplateView):
    """Regions by types, with empty places, and the gaps that were named."""

    current_tab = "taskforces:register"
    page_title = gettext_lazy("Regions and types")
    template_name = "taskforces/register_table.html"

    def get_context_data(self, **kwargs):
        user = self.request.user
        items = RegisterItem.objects.visible_to(user).kept().filter(task_force=self.task_force)
        gaps = Gap.objects.visible_to(user).filter(task_force=self.task_force)
        gaps = list(gaps.with_support(user).select_related("region", "task_force__objective").in_order())
        return super().get_context_data(gaps=gaps, matrix=Matrix(self.task_force, items, gaps), **kwargs)


class RegisterExport(OfRegister, View):
    """The list as seen, as a file; nothing in it says who added what."""

    def get(self, request, *args, **kwargs):
        kind = request.GET.get("kind")
        if kind not in KINDS:
            return HttpResponseBadRequest()
        items = RegisterFinder(request.GET, self.task_force, request.user).rows.prefetch_related("organisations")
        return exported(items, kind, self.task_force.code)
