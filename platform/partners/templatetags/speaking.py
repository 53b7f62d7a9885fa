"""{% spoken_for_only_by user as organisations %}: those nobody would speak for without her."""

from django import template

from partners.models import Affiliation, Partner

register = template.Library()


@register.simple_tag
def spoken_for_only_by(person):
    """The organisations in force whose only focal point she is."""
    hers = Affiliation.objects.focal_points().filter(person=person)
    others = Affiliation.objects.focal_points().exclude(person=person)
    return list(
        Partner.objects.in_force()
        .filter(pk__in=hers.values("partner"))
        .exclude(pk__in=others.values("partner"))
        .by_name()
    )
