"""Who hears of what happens to people's accounts."""

from core.announcing import recipients_of


@recipients_of("accounts.user.guessed_at")
def guessed_at(activity):
    yield "person", [activity.object]


@recipients_of("accounts.user.warned_of_silence")
def warned_of_silence(activity):
    yield "person", [activity.object]
