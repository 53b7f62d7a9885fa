"""Who hears of memberships: she herself."""

from core.announcing import recipients_of


@recipients_of("spaces.membership.admitted")
def admitted(activity):
    """Not of one that is over again by now."""
    if activity.object.is_open:
        yield "person", [activity.object.person]


@recipients_of("spaces.membership.ended")
def ended(activity):
    yield "person", [activity.object.person]
