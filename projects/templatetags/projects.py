"""Ideas and Project Teams on the pages of their task force, their objective and the gap they answer."""

from django import template

from projects.models import Idea

SHOWN = 4

register = template.Library()


@register.inclusion_tag("projects/_ideas_and_teams.html")
def ideas_and_teams(task_force, code):
    """The newest open ideas of `task_force` and the teams made of them, in one question; everybody may read them."""
    ideas = Idea.objects.live().of(task_force).with_facts().select_related("team").newest_first()
    return {"ideas": list(ideas[:SHOWN]), "code": code}


@register.inclusion_tag("projects/_ideas_of_gap.html", takes_context=True)
def ideas_of_gap(context, gap):
    """The live ideas that answer `gap`, the newest first; while it is open, people with a seat may propose another."""
    ideas = Idea.objects.live().filter(gap=gap).with_facts().select_related("team").newest_first()
    return {
        "gap": gap,
        "ideas": list(ideas),
        "code": gap.task_force.code,
        "may_propose": gap.is_open and context["user"].has_perm("projects.propose_idea", gap.task_force),
    }
