"""Where a task force stands in the cycle, for its page and for its objective's."""

from django import template

from taskforces.cycle import Progress

register = template.Library()


@register.inclusion_tag("taskforces/_cycle.html")
def cycle_of(task_force):
    """The section of the task force's page: stage, since when, what is missing, the next step."""
    is_loaded = hasattr(task_force, "attested_outputs")
    progress = Progress.of_all([task_force])[0] if is_loaded else Progress.of(task_force)
    return {"task_force": task_force, "progress": progress}


@register.inclusion_tag("taskforces/_cycle_line.html")
def cycle_line(task_force):
    """One line about it."""
    return {"task_force": task_force, "record": task_force.stage_records.open().select_related("stage").first()}
