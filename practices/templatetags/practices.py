"""What practices add to pages: figures on that of their objective, tags on that of a sheet."""

from django import template

from practices import figures

register = template.Library()


@register.inclusion_tag("practices/_towards_objective.html")
def practices_towards(objective):
    """The figures of the objective that is about practices; nothing for any other."""
    if objective.code != figures.OBJECTIVE:
        return {}
    regions = figures.by_large_region()
    return {"review": figures.yearly_review(), "regions": regions, "covered": figures.covered(regions)}


@register.inclusion_tag("practices/_tags.html")
def tags_of(practice):
    """What the secretariat has added to what the sheet is found by."""
    return {"tags": practice.tags.all()}
