"""Who hears of what happens to organisations and their people."""

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
    yield "person", [activity.object.person]


@recipients_of("partners.affiliation.named_focal_point")
def focal_point_named(activity):
    yield "person", [activity.object.person]


@recipients_of("partners.partner.admitted")
def partner_admitted(activity):
    yield "people", people_of(activity.object)


@recipients_of("partners.partner.suspended")
def partner_suspended(activity):
    yield "people", people_of(activity.object)


@recipients_of("partners.partner.left")
def partner_left(activity):
    yield "people", people_of(activity.object)


def people_of(partner):
    """Everybody with an active affiliation to `partner`."""
    return User.objects.active().filter(affiliations__in=partner.affiliations.active()).distinct()
