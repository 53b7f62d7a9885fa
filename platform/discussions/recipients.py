"""Who hears of what is written in discussions, and in which words (templates/notices/discussions/).

Nobody hears of what she may no longer read, and nobody who has muted a thread of what is written in it.
"""

from accounts.models import User
from core.announcing import recipients_of
from core.notice_kinds import Kind
from discussions.models import Follow


def listening(thread):
    """Those who may read the thread now and have not muted it."""
    muted = thread.follows.filter(state=Follow.State.MUTED).values("person_id")
    return thread.space.readers().exclude(pk__in=muted)


def followers(thread):
    """Those who follow it and may read it now."""
    following = thread.follows.filter(state=Follow.State.FOLLOWING).values("person_id")
    return thread.space.readers().filter(pk__in=following)


def moderators(post, *, but=None):
    """Those who moderate where `post` stands, never its author nor `but`; the secretariat where nobody does."""
    involved = [person_id for person_id in (post.author_id, but) if person_id]
    found = post.thread.space.moderators().exclude(pk__in=involved)
    return found if found.exists() else User.objects.secretariat().exclude(pk__in=involved)


@recipients_of("discussions.thread.started", Kind.NEWS)
def thread_started(activity):
    """An announcement is for everybody who belongs to the space."""
    thread = activity.object
    if thread.kind == thread.Kind.ANNOUNCEMENT:
        yield "member", User.objects.filter(pk__in=thread.space.members())


@recipients_of("discussions.post.posted")
def post_posted(activity):
    """Whoever is mentioned, whoever is quoted, and those who follow; nobody of what was hidden meanwhile."""
    post = activity.object
    if post.is_hidden:
        return
    listeners = listening(post.thread)
    yield "mentioned", listeners.filter(pk__in=post.mentioned.values("pk"))
    if post.quotes:
        yield "quoted", listeners.filter(pk=post.quotes.author_id)
    yield "follower", followers(post.thread)


@recipients_of("discussions.thread.closed")
def thread_closed(activity):
    yield "follower", followers(activity.object)


@recipients_of("discussions.thread.moved", Kind.DISCUSSION)
def thread_moved(activity):
    """Whoever began it, as long as she still reads it there."""
    yield "starter", listening(activity.object).filter(pk=activity.object.starter_id)


@recipients_of("discussions.thread.merged")
def thread_merged(activity):
    """Whoever began it and those who followed it, as long as they read the other one."""
    thread = activity.object
    there = listening(thread.merged_into)
    yield "starter", there.filter(pk=thread.starter_id)
    following = thread.follows.filter(state=Follow.State.FOLLOWING).values("person_id")
    yield "follower", there.filter(pk__in=following)


@recipients_of("discussions.thread.became")
def thread_became(activity):
    """Those who follow it; the page of the discussion leads to what it became, for whoever may see that."""
    yield "follower", followers(activity.object)


def author_of(post):
    """The author, as long as she may enter the space: what is told of her post quotes it."""
    return post.thread.space.readers().filter(pk=post.author_id)


@recipients_of("discussions.post.hidden")
def post_hidden(activity):
    yield "author", author_of(activity.object)


@recipients_of("discussions.post.shown")
def post_shown(activity):
    yield "author", author_of(activity.object)


@recipients_of("discussions.post.upheld")
def post_upheld(activity):
    yield "author", author_of(activity.object)


@recipients_of("discussions.post.warned")
def post_warned(activity):
    yield "author", author_of(activity.object)


@recipients_of("discussions.post.appealed")
def post_appealed(activity):
    yield "moderator", moderators(activity.object, but=activity.object.hidden_by_id)


@recipients_of("discussions.postreport.made")
def report_made(activity):
    yield "moderator", moderators(activity.object.post, but=activity.object.reporter_id)


@recipients_of("discussions.postreport.settled")
def report_settled(activity):
    """Whoever reported, as long as she may enter the space."""
    report = activity.object
    yield "reporter", report.post.thread.space.readers().filter(pk=report.reporter_id)
