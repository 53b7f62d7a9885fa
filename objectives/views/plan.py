"""The strategy: all goals, one goal, one objective, its wordings side by side."""

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import DetailView, ListView

from core.views import VisibleMixin
from events.clock import this_year
from objectives.events_by_year import by_kind, counted_objectives, of_objective
from objectives.models import Facility, Goal, Objective, PlanVersion, Target


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
        context = super().get_context_data(crumbs=[(_("Strategy"), None)], **kwargs)
        objectives = [objective for goal in context["goals"] for objective in goal.objectives.all()]
        return context | {
            "number_of_objectives": len(objectives),
            "facilities": by_facility(objectives),
            "version": next((goal.text.version for goal in context["goals"] if goal.text), None),
        }


def by_facility(objectives):
    """[(facility, those of `objectives` it carries)] for each facility, also those that carry none."""
    return [
        (facility, [objective for objective in objectives if objective.facility_id == facility.pk])
        for facility in Facility.objects.all()
    ]


class GoalDetail(ByCode, DetailView):
    """One goal with its objectives and where each should be in 2030 and 2050."""

    template_name = "objectives/goal_detail.html"
    context_object_name = "goal"

    def get_queryset(self):
        return Goal.objects.with_text().prefetch_related(
            Prefetch("objectives__targets", Target.objects.select_related("version"))
        )

    def get_context_data(self, **kwargs):
        crumbs = [(_("Strategy"), reverse("objectives:list")), (str(self.object), None)]
        return super().get_context_data(crumbs=crumbs, **kwargs)


class ObjectiveDetail(ByCode, VisibleMixin, DetailView):
    """The heart: what the objective aims at, from where to where, and who works on it."""

    model = Objective
    template_name = "objectives/objective_detail.html"

    def get_queryset(self):
        return super().get_queryset().with_text().with_targets().select_related("task_force")

    def get_context_data(self, **kwargs):
        stops = self.object.stops
        return super().get_context_data(
            stops=stops,
            summary=in_one_sentence(stops),
            neighbours=self.object.neighbours,
            events=self.events(),
            this_year=this_year(),
            crumbs=crumbs_to(self.object),
            **kwargs,
        )

    def events(self):
        """What counts towards it this year, or None where events do not count."""
        if self.object.code not in counted_objectives():
            return None
        return of_objective(self.object, by_kind(this_year()))


def in_one_sentence(stops):
    """The line from the baseline to 2050 for those who do not see it; empty while a stop is missing."""
    short = {f"in_{stop.year}": stop.short for stop in stops if stop.short}
    if len(short) < len(Target.Year):
        return ""
    return _("Baseline of 2020: %(in_2020)s. Target for 2030: %(in_2030)s. Target for 2050: %(in_2050)s.") % short


class ObjectiveVersions(ByCode, VisibleMixin, DetailView):
    """The wordings of an objective in each version of the plan, side by side."""

    model = Objective
    template_name = "objectives/objective_versions.html"

    def get_queryset(self):
        return super().get_queryset().with_text().with_targets()

    def get_context_data(self, **kwargs):
        texts = {text.version_id: text for text in self.object.texts.all()}
        stops = {(target.version_id, target.year): target for target in self.object.targets.all()}
        versions = PlanVersion.objects.order_by("number")
        worded = [version for version in versions if version.pk in texts]
        targets = [
            (year.label, [(version, stops.get((version.pk, year.value))) for version in worded]) for year in Target.Year
        ]
        crumbs = crumbs_to(self.object, (_("Versions of the text"), None))
        return super().get_context_data(
            wordings=[(version, texts[version.pk]) for version in worded],
            targets=targets,
            has_notes=any(text.notes for text in texts.values()),
            without_texts=[version for version in versions if version.pk not in texts],
            crumbs=crumbs,
            **kwargs,
        )


def crumbs_to(objective, *further):
    """Strategy › goal › objective, and what comes after."""
    return [
        (_("Strategy"), reverse("objectives:list")),
        (str(objective.goal), objective.goal.get_absolute_url()),
        (objective.code, objective.get_absolute_url() if further else None),
        *further,
    ]
