"""Who hears of meetings: those invited, at the moment it is told; of a decision, who sees to it."""

from core.announcing import recipients_of
from events.models import Participation

# Changes by which somebody plans her day anew.
WORTH_TELLING = {"title", "place", "link", "duration_minutes"}


@recipients_of("events.meeting.proposed")
def proposed(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.proposed_anew")
def proposed_anew(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.fixed")
def fixed(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.moved")
def moved(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.changed")
def changed(activity):
    """Of another place, link or length; not of a corrected agenda, nor while only dates are proposed."""
    if not activity.object.is_proposed and WORTH_TELLING & set(activity.data.get("fields", ())):
        yield "invited", activity.object.invited()


@recipients_of("events.meeting.cancelled")
def cancelled(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.meeting.reminded")
def reminded(activity):
    """Those who come, and those who have not said."""
    away = activity.object.participations.filter(answer=Participation.Answer.AWAY)
    yield "invited", activity.object.invited().exclude(pk__in=away.values("person"))


@recipients_of("events.meeting.minutes_published")
def minutes_published(activity):
    yield "invited", activity.object.invited()


@recipients_of("events.decision.given")
def given(activity):
    if activity.object.owner:
        yield "owner", [activity.object.owner]


@recipients_of("events.decision.corrected")
def corrected(activity):
    """Somebody else sees to it now."""
    if activity.object.owner and activity.data.get("is_new_owner"):
        yield "owner", [activity.object.owner]
