"""Who hears that the standing of an organisation has changed."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("partners.partner.admitted", Kind.ABOUT_ME)
def partner_admitted(activity):
    """Its people; but an applicant whose application was accepted hears of that."""
    people = people_of(activity.object)
    if activity.data.get("by_application"):
        people = people.exclude(joining_applications__partner=activity.object)
    yield "people", people


@recipients_of("partners.partner.suspended", Kind.ABOUT_ME)
def partner_suspended(activity):
    yield "people", people_of(activity.object)


@recipients_of("partners.partner.left", Kind.ABOUT_ME)
def partner_left(activity):
    yield "people", people_of(activity.object)


@recipients_of("partners.partner.merged", Kind.ABOUT_ME)
def partner_merged(activity):
    """The people of the organisation it became, of both rows."""
    yield "people", people_of(activity.object.heir)


def people_of(partner):
    """Everybody with an active affiliation to `partner`."""
    return User.objects.active().filter(affiliations__in=partner.affiliations.active()).distinct()
