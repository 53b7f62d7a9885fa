"""Who hears of what happens to sheets."""

from core.announcing import recipients_of


@recipients_of("partners.sheet.reminded")
def sheet_reminded(activity):
    """Those who speak for the organisation."""
    yield "focal_point", activity.object.partner.focal_points
