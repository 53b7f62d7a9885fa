"""Who hears of placements: those who speak for the organisation. Of ambassadors and the Bureau: she herself."""

from accounts.models import User
from core.announcing import recipients_of


@recipients_of("colleges.placement.placed")
def placed(activity):
    if activity.object:
        yield "focal_points", activity.object.partner.focal_points


@recipients_of("colleges.ambassador.named")
def named(activity):
    yield "person", [activity.object.person]


@recipients_of("colleges.ambassador.ended")
def ended(activity):
    yield "person", [activity.object.person]


@recipients_of("colleges.bureaumandate.given")
def mandate_given(activity):
    yield "person", [activity.object.person]


@recipients_of("colleges.bureaumandate.ended")
def mandate_ended(activity):
    yield "person", [activity.object.person]


@recipients_of("colleges.bureaumandate.ends_soon")
def mandate_ends_soon(activity):
    yield "person", [activity.object.person]
    yield "secretariat", User.objects.secretariat()
