"""{% roster task_force %}: who is in a task force, and what the person reading can do about it."""

from django import template

from taskforces.models import Application
from taskforces.roster import Roster

register = template.Library()


@register.inclusion_tag("taskforces/_roster.html", takes_context=True)
def roster(context, task_force):
    """The box of the right-hand column, for the task force's page and for its objective's."""
    user, shown = context["user"], Roster(task_force)
    return {
        "task_force": task_force,
        "roster": shown,
        "own_seat": shown.seat_of(user),
        "own_application": Application.objects.open_one_of(user, task_force),
    }
