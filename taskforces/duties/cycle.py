"""What waits for leaders in the cycle."""

from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from taskforces.models import StageRecord


@waits("taskforces.move_on")
def task_forces_to_move_on(user):
    """Where task forces stand that she leads, all outputs of whose stage are there."""
    return StageRecord.objects.to_move_on(user).select_related("task_force__objective", "stage").order_by("since", "pk")


@task_forces_to_move_on.told
def task_force_to_move_on(record):
    """It waits since the leader could have seen it: nothing tells when the last output came, so since its stage."""
    title, url = _("Move on: all outputs are there"), record.get_absolute_url()
    return Duty(title, str(record.task_force), record.since, url, role=record.task_force)
