"""Who hears of gaps: the leader, at most once a week and task force."""

from core.announcing import recipients_of


@recipients_of("taskforces.taskforce.gaps_gathered")
def gaps_gathered(activity):
    yield "leader", activity.object.leaders_now
