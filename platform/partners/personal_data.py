"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from partners.models import Affiliation


@exports_personal_data
def affiliations(person):
    """Her organisations, with dates."""
    rows = person.affiliations.select_related("partner")
    return {
        "affiliations": [
            {
                "organisation": row.partner.name,
                "status": row.status,
                "focal_point": row.is_focal_point,
                "requested": row.requested_at,
                "since": row.started_at,
                "until": row.ended_at,
            }
            for row in rows
        ]
    }


@erases_personal_data
def end_affiliations(person):
    """She belongs to no organisation any more."""
    for affiliation in person.affiliations.filter(status__in=Affiliation.OPEN):
        affiliation.end(by=None)
