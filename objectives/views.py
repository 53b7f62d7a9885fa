"""The strategy: all goals, one goal, one objective, its wordings side by side."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.views import VisibleMixin
from objectives.models import Facility, Goal, Objective, PlanVersion


class ByCode:
    """The object whose code stands in the address."""

    slug_field = "code"
    slug_url_kwarg = "code"


class ObjectiveList(ListView):
    """Six goals, 24 objectives, and the facilities that carry them."""

    template_name = "objectives/objective_list.html"
    context_object_name = "goals"

    def get_queryset(self):
        return Goal.objects.with_text()

    def get_context_data(self, **kwargs):
        carried = Prefetch("objectives", Objective.objects.with_text())
        return super().get_context_data(
            facilities=Facility.objects.prefetch_related(carried),
            version=PlanVersion.objects.filter(is_in_force=True).first(),
            crumbs=[(_("Strategy"), None)],
            **kwargs,
        )


class GoalDetail(ByCode, DetailView):
    """One goal with its objectives and where each should be in 2030 and 2050."""

    template_name = "objectives/goal_detail.html"
    context_object_name = "goal"

    def get_queryset(self):
        return Goal.objects.with_text().prefetch_related("objectives__targets__version")

    def get_context_data(self, **kwargs):
        crumbs = [(_("Strategy"), reverse("objectives:list")), (str(self.object), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)


class ObjectiveDetail(ByCode, VisibleMixin, DetailView):
    """The heart: what the objective aims at, from where to where, and who works on it."""

    model = Objective
    template_name = "objectives/objective_detail.html"

    def get_queryset(self):
        return super().get_queryset().with_text().select_related("task_force").prefetch_related("targets__version")

    def get_context_data(self, **kwargs):
        return super().get_context_data(crumbs=crumbs_to(self.object), **kwargs)


class ObjectiveVersions(ByCode, VisibleMixin, DetailView):
    """The wordings of an objective in each version of the plan, side by side."""

    model = Objective
    template_name = "objectives/objective_versions.html"

    def get_queryset(self):
        return super().get_queryset().with_text()

    def get_context_data(self, **kwargs):
        texts = {text.version_id: text for text in self.object.texts.all()}
        versions = [(version, texts.get(version.pk)) for version in PlanVersion.objects.order_by("number")]
        crumbs = crumbs_to(self.object, (_("Versions of the text"), None))
        return super().get_context_data(versions=versions, crumbs=crumbs, **kwargs)


def crumbs_to(objective, *further):
    """Strategy › goal › objective, and what comes after."""
    return [
        (_("Strategy"), reverse("objectives:list")),
        (str(objective.goal), objective.goal.get_absolute_url()),
        (objective.code, objective.get_absolute_url() if further else None),
        *further,
    ]
