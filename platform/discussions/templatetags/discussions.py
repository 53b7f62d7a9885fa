"""The way back from what came of a discussion."""

from django import template

from discussions.models import Descent, Thread

register = template.Library()


@register.inclusion_tag("discussions/_came_from.html", takes_context=True)
def came_from(context, made):
    """The discussion of which `made` came, for whoever may read it; nothing for others."""
    keys = Descent.objects.of(made).keys_of_threads()
    threads = Thread.objects.visible_to(context["user"]).select_related("space").filter(pk__in=keys)
    return {"thread": threads.first()}
