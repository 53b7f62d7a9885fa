"""Who hears of what is written to organisations, and in which words (templates/notices/messaging/)."""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from messaging.models import Message


def those_who_answer(conversation):
    """Those who speak for the organisation; the secretariat where nobody does."""
    return list(conversation.partner.focal_points) or User.objects.secretariat()


@recipients_of("messaging.conversation.started")
def conversation_started(activity):
    yield "organisation", those_who_answer(activity.object)


@recipients_of("messaging.conversation.replied")
def conversation_replied(activity):
    """The other side."""
    if activity.data["side"] == Message.Side.PERSON:
        yield "organisation", those_who_answer(activity.object)
    else:
        yield "person", [activity.object.starter]


@recipients_of("messaging.conversation.closed", Kind.NEWS)
def conversation_closed(activity):
    yield "organisation", those_who_answer(activity.object)


@recipients_of("messaging.conversation.blocked")
def conversation_blocked(activity):
    yield "person", [activity.object.starter]


@recipients_of("messaging.report.made")
def report_made(activity):
    yield "secretariat", User.objects.secretariat()


@recipients_of("messaging.report.settled")
def report_settled(activity):
    """Who reported it; and who is meant, when something came of it."""
    report = activity.object
    yield "reporter", [report.reporter]
    if report.about and activity.data["outcome"] != report.Outcome.NOTHING:
        yield "author", [report.about]
