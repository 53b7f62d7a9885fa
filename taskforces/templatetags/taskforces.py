"""Who is in a task force, and where an organisation stands in them."""

from django import template
from django.db.models import Prefetch

from taskforces.models import Gap, Seat
from taskforces.models.taskforce import wordings_of
from taskforces.roster import Roster

# Enough for a page; an organisation with more people in the task forces is rare.
SHOWN_AT_MOST = 50

register = template.Library()


@register.inclusion_tag("taskforces/_roster.html", takes_context=True)
def roster(context, task_force):
    """The box of the right-hand column, for the task force's page and for its objective's."""
    shown = Roster.of(task_force, context["user"])
    return {"task_force": task_force, "roster": shown, "standing": shown.task_force}


@register.inclusion_tag("taskforces/_seats_of_partner.html")
def seats_of(partner):
    """What the people of an organisation do in the task forces: who leads or represents, and members by consent."""
    seats = Seat.objects.of_people_of(partner).public().with_people().select_related("task_force__objective")
    wordings = Prefetch("task_force__objective__texts", wordings_of(Seat, "task_force", "objective"))
    return {
        "seats": seats.prefetch_related(wordings).order_by("task_force__objective__code", "role", "pk")[:SHOWN_AT_MOST]
    }


@register.simple_tag
def gaps_of(activity):
    """The gaps an activity tells of, as they are now."""
    gaps = Gap.objects.filter(pk__in=activity.data.get("gaps", []))
    return gaps.select_related("region").order_by("created_at", "pk")
