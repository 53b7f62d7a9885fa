"""Task forces on their way through the cycle."""

from taskforces.models import Output, OutputDelivery, StageRecord


def attested(task_force, code, by=None):
    """The output `code`, attested for `task_force`."""
    return OutputDelivery.attest(task_force, Output.objects.get(code=code), by=by)


def at_stage(task_force, number, by=None):
    """Where `task_force` stands after the secretariat has moved it to stage `number`."""
    while (position := task_force.position).stage.number < number:
        if position.can_be_overruled:
            position.overrule(reason="The work is under way.", by=by)
        else:
            position.move_on(by=by)
    return task_force.position


def every_output(task_force, by=None):
    """All that can be attested of the stage `task_force` stands at, attested."""
    for output in task_force.position.stage.outputs.filter(can_be_attested=True):
        OutputDelivery.attest(task_force, output, by=by)


def stood_since(task_force, moment):
    """As if it had stood at its stage since `moment`."""
    StageRecord.objects.open().filter(task_force=task_force).update(since=moment)
