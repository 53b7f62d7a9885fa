"""Who hears of what happens to the people of organisations."""

from accounts.models import User
from core.announcing import recipients_of


@recipients_of("partners.affiliation.requested")
def affiliation_requested(activity):
    """Those who speak for the organisation; the secretariat where nobody does."""
    focal_points = list(activity.object.partner.focal_points)
    yield "decider", focal_points or User.objects.secretariat()


@recipients_of("partners.affiliation.confirmed")
def affiliation_confirmed(activity):
    yield "person", [activity.object.person]


@recipients_of("partners.affiliation.declined")
def affiliation_declined(activity):
    yield "person", [activity.object.person]


@recipients_of("partners.affiliation.ended")
def affiliation_ended(activity):
    """The person; and the secretariat when she was the last who spoke for the organisation."""
    yield "person", [activity.object.person]
    if activity.data.get("leaves_nobody"):
        yield "secretariat", User.objects.secretariat()


@recipients_of("partners.affiliation.stepped_down")
def focal_point_stepped_down(activity):
    """The person; and the secretariat when she was the last who spoke for the organisation."""
    yield "person", [activity.object.person]
    if activity.data.get("leaves_nobody"):
        yield "secretariat", User.objects.secretariat()


@recipients_of("partners.affiliation.reminded")
def affiliation_reminded(activity):
    """As the reminder says: those who speak for the organisation, or the secretariat."""
    if activity.data["to"] == "secretariat":
        yield "secretariat", User.objects.secretariat()
    else:
        yield "decider", activity.object.partner.focal_points


@recipients_of("partners.affiliation.named_focal_point")
def focal_point_named(activity):
    yield "person", [activity.object.person]
