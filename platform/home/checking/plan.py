"""The plan, and where each task force stands in the cycle."""

from django.db.models import Count, Q

from home.checking.found import check
from objectives.models import Objective, PlanVersion, StrategyProposal
from taskforces.models import Output, StageRecord, TaskForce

# -- The plan


@check("error")
def plan_versions_in_force():
    number = PlanVersion.objects.filter(is_in_force=True).count()
    if Objective.objects.exists() and number != 1:
        yield f"{number} plan versions are in force instead of one"


@check("error")
def objectives_without_task_force():
    for objective in Objective.objects.filter(task_force=None):
        yield f"objective {objective.code} has no task force"


# -- The cycle


@check("error")
def task_forces_at_no_stage_or_several():
    """Each task force stands at exactly one stage."""
    number = Count("stage_records", filter=Q(stage_records__until=None))
    for task_force in TaskForce.objects.annotate(number=number).exclude(number=1).select_related("objective"):
        yield f"task force {task_force.objective.code} stands at {task_force.number} stages"


@check("error")
def stages_with_gaps():
    """A task force stands where it went when it left the stage before: no day between, none twice."""
    for record in StageRecord.objects.filter(until__isnull=False):
        if record.until < record.since:
            yield f"stage record {record.pk} ended before it began"
        if not StageRecord.objects.filter(task_force=record.task_force_id, since=record.until).exists():
            yield f"stage record {record.pk} ended and no other one began"


@check("warning")
def outputs_nobody_can_bring_about():
    for output in Output.objects.filter(is_required=True, can_be_attested=False):
        if not output.is_told:
            yield f"output {output.code} is required, but it is neither told nor attested"


@check("error")
def accepted_proposals_without_item():
    for proposal in StrategyProposal.objects.filter(status=StrategyProposal.Status.ACCEPTED, item=None):
        yield f"proposal {proposal.pk} was accepted and changed nothing"
