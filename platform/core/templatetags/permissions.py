"""{% can "partners.confirm_affiliation" affiliation as may_confirm %}"""

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def can(context, permission, obj=None):
    """Whether the person reading the page holds `permission` on `obj`."""
    return context["user"].has_perm(permission, obj)
