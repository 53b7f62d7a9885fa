"""The implementation cycle: the board of all task forces, the page of one."""

from django.apps import apps
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from taskforces.cycle import Progress, with_outputs
from taskforces.forms.cycle import AttestForm, BoardForm, ReasonForm, TakeBackForm
from taskforces.models import OutputDelivery, StageRecord, TaskForce
from taskforces.views import WithTabs


class Board(TemplateView):
    """All task forces and the stages they stand at."""

    http_method_names = ["get", "head", "options"]
    template_name = "taskforces/board.html"

    def get_context_data(self, **kwargs):
        found = with_outputs(TaskForce.objects.visible_to(self.request.user).with_objective())
        everything = Progress.of_all(found.order_by("objective__code"))
        stages = everything[0].stages if everything else []
        goals = goals_in_force()
        form = BoardForm(self.request.GET or None, goals=goals, stages=stages)
        return super().get_context_data(
            form=form,
            is_filtered=any(self.request.GET.get(name) for name in form.fields),
            shown=[progress for progress in everything if form.admits(progress)],
            number=len(everything),
            per_stage=[(stage, sum(each.stage == stage for each in everything)) for stage in stages],
            is_proposed=any(not stage.is_confirmed for stage in stages),
            crumbs=[(_("Task forces"), reverse("taskforces:list")), (_("Board"), None)],
            **kwargs,
        )


def goals_in_force():
    """The texts of the goals in the plan version in force, each with its goal: one query."""
    texts = apps.get_model("objectives", "GoalText").objects.filter(version__is_in_force=True)
    return texts.select_related("goal").order_by("goal__code")


class Cycle(WithTabs, TemplateView):
    """Where a task force stands, what is missing, how it came there."""

    http_method_names = ["get", "head", "options"]
    template_name = "taskforces/cycle.html"
    page_title = gettext_lazy("Cycle")
    # The form that stands open, and the one that was sent: ("attest", pk of the output), …
    open_form, sent_form = None, None

    def get_task_forces(self):
        return with_outputs(super().get_task_forces())

    @cached_property
    def progress(self):
        """The progress of the task force."""
        return Progress.of_all([self.task_force])[0]

    @cached_property
    def record(self):
        """Where it stands now."""
        if record := self.progress.record:
            record.task_force = self.task_force
        return record

    def may(self, permission, about):
        return self.request.user.has_perm(f"taskforces.{permission}", about)

    def get_context_data(self, **kwargs):
        following, missing = self.progress.following, self.progress.missing
        stage = self.progress.stage
        may_move_on = following is not None and self.may("move_on_stagerecord", self.record)
        return super().get_context_data(
            progress=self.progress,
            record=self.record,
            missing=missing,
            stages=[self.told_of(each) for each in self.progress.stages],
            steps=steps(self.progress),
            history=self.history(),
            may_move_on=may_move_on and not missing,
            waits_for_outputs=may_move_on and bool(missing),
            overrule_form=self.form("overrule", ReasonForm)
            if following and missing and self.may("overrule_stagerecord", self.record)
            else None,
            move_back_form=self.form("move-back", ReasonForm)
            if stage and stage.number and self.may("move_back_stagerecord", self.record)
            else None,
            is_proposed=any(not each.is_confirmed for each in self.progress.stages),
            form=self.sent_form,
            open_form=self.open_form and "-".join(map(str, self.open_form)),
            **kwargs,
        )

    def form(self, name, form_class, key=""):
        """The form of a verb: the one that was sent, or an empty one."""
        if self.sent_form is not None and self.open_form == (name, key):
            return self.sent_form
        return form_class(place=f"{name}{key}")

    def told_of(self, stage):
        """A stage with its outputs, as the page shows it."""
        attests = self.may("attest_outputdelivery", self.task_force)
        rows = []
        for state in self.progress.states(stage):
            delivery = self.deliveries.get(state.output.pk)
            key = state.output.pk
            rows.append(
                {
                    "state": state,
                    "delivery": delivery,
                    "attest_key": f"attest-{key}",
                    "take_back_key": f"take-back-{delivery.pk}" if delivery else None,
                    "attest_form": self.form("attest", AttestForm, key)
                    if attests and state.output.can_be_attested and not state.is_there
                    else None,
                    "take_back_form": self.form("take-back", TakeBackForm, delivery.pk)
                    if delivery and self.may("take_back_outputdelivery", delivery)
                    else None,
                }
            )
        return {"stage": stage, "outputs": rows, "is_now": stage == self.progress.stage}

    @cached_property
    def deliveries(self):
        """{output: its standing delivery} as far as this person may read who said so."""
        seen = OutputDelivery.objects.visible_to(self.request.user).standing().filter(task_force=self.task_force)
        rows = list(seen.select_related("delivered_by")) if self.may_read_members else []
        for row in rows:
            row.task_force = self.task_force
        return {row.output_id: row for row in rows}

    def history(self):
        """How it came where it stands, newest first."""
        rows = StageRecord.objects.visible_to(self.request.user).filter(task_force=self.task_force)
        return rows.select_related("stage", "moved_by").order_by("-since", "-pk")


def steps(progress):
    """The stages for components/steps.html."""
    now = progress.stage.number if progress.stage else -1
    return [
        {
            "label": stage.title,
            "state": "current" if stage.number == now else "done" if stage.number < now else "todo",
        }
        for stage in progress.stages
    ]
