"""What this app holds of a person, handed to her or forgotten."""

from accounts.models.erasure import erases_personal_data, exports_personal_data
from spaces.models import Visit


@exports_personal_data
def rooms(person):
    """Where she was let in, and when she was there."""
    return {
        "room_memberships": list(person.memberships.values("space__slug", "role", "started_at", "ended_at")),
        "room_visits": list(person.visits.values("space__slug", "last_at", "before_at")),
    }


@erases_personal_data
def leave_rooms(person):
    """Her memberships end; when she was where is forgotten."""
    for membership in person.memberships.open().select_related("person"):
        membership.end(by=None)
    Visit.objects.filter(person=person).delete()
