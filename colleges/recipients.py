"""Who hears of placements: those who speak for the organisation."""

from core.announcing import recipients_of


@recipients_of("colleges.placement.placed")
def placed(activity):
    if activity.object:
        yield "focal_points", activity.object.partner.focal_points
