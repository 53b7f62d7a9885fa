"""Organisations around one."""

from django import template

from partners.models import Partner

register = template.Library()

SHOWN = 5
WITHIN_KM = 1000


@register.simple_tag(takes_context=True)
def near_of(context, partner):
    """The nearest organisations in force that this reader may see, each with `distance_km`."""
    where = partner.place or partner.country
    if where.latitude is None or not partner.is_in_force:
        return []
    seen = Partner.objects.visible_to(context["user"]).in_force().exclude(pk=partner.pk)
    return seen.near(where.latitude, where.longitude, within_km=WITHIN_KM).select_related("place")[:SHOWN]
