"""How far task forces are in the cycle: which outputs are there, what is missing, what comes next."""

from dataclasses import dataclass, field

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, FilteredRelation, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from core.outputs import is_there, is_told, told, told_codes, told_outputs
from core.unchanging import Unchanging
from taskforces.models import Output, OutputDelivery, Stage, StageRecord, TaskForce


def with_outputs(task_forces):
    """Each task force with where it stands (`stands_at`), its outputs attested and told: in the same query."""
    attested = OutputDelivery.objects.standing().filter(task_force=OuterRef("pk"))
    return task_forces.annotate(
        attested_outputs=ArraySubquery(attested.values("output")),
        stands_at=FilteredRelation("stage_records", condition=Q(stage_records__until=None)),
        **told_outputs(),
    ).select_related("stands_at")


def ready_to_move_on(task_forces):
    """Those of `task_forces` whose stage is not the last one and has all its required outputs."""
    position = StageRecord.objects.open().filter(task_force=OuterRef("pk"))
    last = Stage.objects.order_by("-number").values("pk")[:1]
    attested = OutputDelivery.objects.standing().filter(output=OuterRef("pk"), task_force=OuterRef(OuterRef("pk")))
    wanted = Output.objects.filter(is_required=True, stage=OuterRef("stage_now"))
    wanted = wanted.exclude(Exists(attested), can_be_attested=True)
    return task_forces.annotate(stage_now=Subquery(position.values("stage")[:1])).filter(
        ~Q(stage_now=Subquery(last)),
        ~Exists(wanted.exclude(code__in=told_codes())),
        # All in one call: each call more would copy all conditions before it.
        *[Q(~Exists(wanted.filter(code=code))) | is_there(code) for code in told_codes()],
        stage_now__isnull=False,
    )


# Asked with every page of every leader, for the number in the header: put together once.
READY_TO_MOVE_ON = Unchanging(
    lambda: ready_to_move_on(TaskForce.objects.order_by()).annotate(task_force_id=F("pk")).values("task_force_id")
)


@dataclass(frozen=True)
class OutputState:
    """An output of a task force: whether it is there, and in names what of it is missing."""

    output: Output
    is_there: bool
    names: list = field(default_factory=list)

    @property
    def is_told(self):
        """Whether the platform tells it, rather than the leader."""
        return is_told(self.output.code)

    def __str__(self):
        if self.is_there or not self.names:
            return self.output.title
        return _("%(output)s (missing: %(names)s)") % {"output": self.output.title, "names": ", ".join(self.names)}


class Progress:
    """Where one task force stands: wants a task force loaded by `with_outputs()`, and the stages with their outputs."""

    def __init__(self, task_force, stages):
        self.task_force, self.stages = task_force, stages
        self.record = getattr(task_force, "stands_at", None)

    @classmethod
    def of(cls, task_force):
        """The progress of `task_force`, asked now, however it was loaded: two queries."""
        return cls(with_outputs(TaskForce.objects.filter(pk=task_force.pk)).get(), Stage.objects.with_outputs())

    @classmethod
    def of_all(cls, task_forces):
        """The progress of task forces loaded by `with_outputs()`: one query more, whatever their number."""
        stages = Stage.objects.with_outputs()
        return [cls(task_force, stages) for task_force in task_forces]

    @property
    def stage(self):
        """The stage it stands at; None before the cycle was loaded."""
        return next((stage for stage in self.stages if self.record and stage.pk == self.record.stage_id), None)

    @property
    def last(self):
        """The last stage of the cycle."""
        return self.stages[-1] if self.stages else None

    @property
    def following(self):
        """The stage after this one, or None."""
        return next((each for each in self.stages if self.stage and each.number > self.stage.number), None)

    @property
    def is_stuck(self):
        """Whether it has stood at a stage, other than the last, for over six months."""
        return self.record is not None and self.record.has_stood_long and self.following is not None

    def states(self, stage):
        """An OutputState for each output of `stage`."""
        return [self.state(output) for output in stage.listed_outputs]

    def state(self, output):
        """Whether the platform tells it, or the leader has attested it."""
        if output.can_be_attested and output.pk in self.task_force.attested_outputs:
            return OutputState(output, is_there=True)
        if not is_told(output.code):
            return OutputState(output, is_there=False)
        is_there, names = told(self.task_force, output.code)
        return OutputState(output, is_there, names)

    @property
    def missing(self):
        """The required outputs of its stage that are not there."""
        states = self.states(self.stage) if self.stage else []
        return [state for state in states if state.output.is_required and not state.is_there]

    @property
    def can_move_on(self):
        """Whether there is a next stage and nothing is missing."""
        return self.following is not None and not self.missing

    @property
    def next_step(self):
        """What is to be done now, in words."""
        if self.missing:
            return self.missing[0].output.title
        if self.following:
            return _("Move on to stage %(stage)s") % {"stage": self.following}
        return _("Report on progress each year")
