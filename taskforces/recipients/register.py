"""Who hears of gaps: the leader, at most once a week and task force."""

from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("taskforces.taskforce.gaps_gathered", Kind.NEWS)
def gaps_gathered(activity):
    yield "leader", activity.object.leaders_now
