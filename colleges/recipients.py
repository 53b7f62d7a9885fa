"""Who hears of placements: those who speak for the organisation. Of ambassadors and the Bureau: she herself.

Of the plan of action of a college: who sees to an action, while she may enter the college's space.
"""

from accounts.models import User
from colleges.models import Action
from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("colleges.placement.placed", Kind.ABOUT_ME)
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


@recipients_of("colleges.action.planned")
def action_planned(activity):
    yield "owner", owner_of(activity.object)


@recipients_of("colleges.action.changed")
def action_changed(activity):
    """Somebody else sees to it now."""
    if activity.data.get("is_new_owner"):
        yield "owner", owner_of(activity.object)


@recipients_of("colleges.action.dropped")
def action_dropped(activity):
    yield "owner", owner_of(activity.object)


@recipients_of("colleges.action.taken_up")
def action_taken_up(activity):
    yield "owner", owner_of(activity.object)


def owner_of(action):
    """Who sees to it, if she may still read it; else nobody."""
    owner = action.owner
    sees = owner is not None and Action.objects.visible_to(owner).filter(pk=action.pk).exists()
    return [owner] if sees else []
