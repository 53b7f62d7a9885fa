"""{% college_of partner as college %}: for pages of lower floors, which know nothing of colleges."""

from django import template

from colleges.models import College

register = template.Library()


@register.simple_tag
def college_of(partner):
    """The college the organisation stands in, or None."""
    return College.objects.of(partner)
