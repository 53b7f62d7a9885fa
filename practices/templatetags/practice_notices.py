"""What notices about datasheets quote."""

from django import template

register = template.Library()


@register.simple_tag
def comment_of(activity):
    """The comment that was written with `activity`; None when it is gone."""
    return activity.object.comments.filter(pk=activity.data.get("comment")).first()


@register.simple_tag
def asked_until(practice, person):
    """The day until which `person` is asked to review it, or None."""
    return practice.assignments.filter(user=person).values_list("due_on", flat=True).first()
