"""New gaps are told to the leader together, at most once a week: a register is filled in bursts."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import Activity
from taskforces.models import Gap, Seat, TaskForce

APART = timedelta(days=7)


def gather():
    """Record, for each task force that is led, that gaps were named there. Running it again that week does nothing."""
    named = Gap.objects.untold().values("task_force")
    for pk in TaskForce.objects.with_leader().filter(pk__in=named).values_list("pk", flat=True):
        gather_of(pk)


@transaction.atomic
def gather_of(pk):
    """Record it once for one task force, unless the leader was told within the week or named them all herself."""
    task_force = TaskForce.objects.select_for_update(of=("self",)).get(pk=pk)
    told = Activity.objects.about(task_force).filter(verb="gaps_gathered")
    if told.filter(created_at__gt=timezone.now() - APART).exists():
        return
    leader = Seat.objects.in_force().leaders().filter(task_force=task_force).values_list("person", flat=True).first()
    gaps = task_force.gaps.untold().select_for_update(of=("self",))
    keys = list(gaps.exclude(named_by=leader).order_by("pk").values_list("pk", flat=True))
    task_force.gaps.untold().update(told_at=timezone.now())
    if keys:
        task_force.record("gaps_gathered", by=None, gaps=keys)
