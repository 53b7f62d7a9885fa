"""Who hears of proposals about the strategy."""

from accounts.models import User
from core.announcing import recipients_of


@recipients_of("objectives.strategyproposal.made")
def proposal_made(activity):
    """The leader may comment, the secretariat decides."""
    yield "leader", activity.object.objective.task_force.leaders_now
    yield "secretariat", User.objects.secretariat()


@recipients_of("objectives.strategyproposal.accepted")
def proposal_accepted(activity):
    yield "author", [activity.object.author]


@recipients_of("objectives.strategyproposal.declined")
def proposal_declined(activity):
    yield "author", [activity.object.author]
