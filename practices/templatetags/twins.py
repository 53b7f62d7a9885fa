"""The sheets that look like this one, for the desk."""

from django import template

register = template.Library()


@register.inclusion_tag("practices/_twins.html", takes_context=True)
def twins(context, practice):
    """What may be the same practice as far as the reader sees it, and what its author has said is another one."""
    reader = context["request"].user
    told_apart = practice.distinctions.visible_to(reader).select_related("other", "said_by")
    return {"twins": practice.twins(seen_by=reader), "told_apart": told_apart}
