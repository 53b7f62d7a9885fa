"""Who hears of what happens to people's accounts."""

from core.announcing import recipients_of
from core.notice_kinds import Kind


@recipients_of("accounts.user.guessed_at", Kind.ACCOUNT)
def guessed_at(activity):
    yield "person", [activity.object]


@recipients_of("accounts.user.warned_of_silence", Kind.ACCOUNT)
def warned_of_silence(activity):
    yield "person", [activity.object]
