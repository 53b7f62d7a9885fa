"""The verbs of discussions, for tests/core/test_verbs.py."""

from spaces.models import LEADERS, Space
from tests.factories.discussions import ThreadFactory, answered, appealed, hidden, reported
from tests.factories.questions import QuestionFactory


def on(obj, verb):
    verb(obj)
    return obj


def closed(by):
    return on(ThreadFactory(), lambda one: one.close("So.", by=by))


def split(by):
    post = answered()
    return post.thread.split(post, "Apart", by=by)


def reacted(by):
    return on(answered(), lambda one: one.react("useful", by=by))


def asked_from(thread, by):
    """A question that came of `thread`."""
    return QuestionFactory(asker=by, origin=thread)


def leaders():
    return Space.objects.get(slug=LEADERS)


# {class.verb: (what it records, a function of (a2, sofia) that lets it happen and returns the object)}
VERBS = {
    "ThreadQuerySet.start": ("started", lambda a2, sofia: ThreadFactory()),
    "Thread.reply": ("posted", lambda a2, sofia: answered()),
    "Steering.close": ("closed", lambda a2, sofia: closed(sofia)),
    "Steering.reopen": ("reopened", lambda a2, sofia: on(closed(sofia), lambda one: one.reopen(by=sofia))),
    "Steering.pin": ("pinned", lambda a2, sofia: on(ThreadFactory(), lambda one: one.pin(by=sofia))),
    "Steering.unpin": (
        "unpinned",
        lambda a2, sofia: on(on(ThreadFactory(), lambda one: one.pin(by=sofia)), lambda one: one.unpin(by=sofia)),
    ),
    "Steering.move": ("moved", lambda a2, sofia: on(ThreadFactory(), lambda one: one.move(leaders(), by=sofia))),
    "Steering.split": ("split_off", lambda a2, sofia: split(sofia)),
    "Merging.merge": (
        "merged",
        lambda a2, sofia: on(ThreadFactory(), lambda one: one.merge(ThreadFactory(), by=sofia)),
    ),
    "Becoming.become": ("became", lambda a2, sofia: on(ThreadFactory(), lambda one: asked_from(one, by=sofia))),
    "Following.follow": ("followed", lambda a2, sofia: on(ThreadFactory(), lambda one: one.follow(by=sofia))),
    "Following.mute": ("muted", lambda a2, sofia: on(ThreadFactory(), lambda one: one.mute(by=sofia))),
    "Following.unfollow": (
        "unfollowed",
        lambda a2, sofia: on(ThreadFactory(), lambda one: one.unfollow(by=one.starter)),
    ),
    "Post.edit": ("edited", lambda a2, sofia: on(answered(), lambda one: one.edit("Better.", by=one.author))),
    "Post.react": ("reacted", lambda a2, sofia: reacted(sofia)),
    "Post.take_reaction_back": (
        "reaction_taken_back",
        lambda a2, sofia: on(reacted(sofia), lambda one: one.take_reaction_back("useful", by=sofia)),
    ),
    "Moderated.report": ("made", lambda a2, sofia: reported(sofia)),
    "Moderated.hide": ("hidden", lambda a2, sofia: hidden(sofia)),
    "Moderated.show": ("shown", lambda a2, sofia: on(hidden(sofia), lambda one: one.show(by=sofia))),
    "Moderated.appeal": ("appealed", lambda a2, sofia: appealed(sofia)),
    "Moderated.uphold": ("upheld", lambda a2, sofia: on(appealed(None), lambda one: one.uphold(by=sofia))),
    "Moderated.warn": ("warned", lambda a2, sofia: on(answered(), lambda one: one.warn("Kindly.", by=sofia))),
    "PostReport.settle": ("settled", lambda a2, sofia: on(reported(), lambda one: one.settle("nothing", by=sofia))),
}

ELSEWHERE = {"Moderated.dismiss_reports": "settles each report, which records it"}

# {verb: (a function of the task force that prepares, a function of what it made and of Sofia that calls the verb)},
# for tests/security/test_atomic_verbs.py: the verbs that write more than one row.
SEVERAL_ROWS = {
    "answer in a discussion": (lambda a2: ThreadFactory(), lambda made, sofia: answered(made, author=sofia)),
    "move a discussion": (lambda a2: ThreadFactory(), lambda made, sofia: made.move(leaders(), by=sofia)),
    "split a discussion": (lambda a2: answered(), lambda made, sofia: made.thread.split(made, "Apart", by=sofia)),
    "merge two discussions": (
        lambda a2: (ThreadFactory(), answered().thread),
        lambda made, sofia: made[0].merge(made[1], by=sofia),
    ),
    "make a question of a discussion": (lambda a2: ThreadFactory(), lambda made, sofia: asked_from(made, by=sofia)),
    "edit a post": (lambda a2: answered(), lambda made, sofia: made.edit("Better.", by=made.author)),
    "hide a reported post": (lambda a2: reported(), lambda made, sofia: made.post.hide("So.", by=sofia)),
    "follow a discussion": (lambda a2: ThreadFactory(), lambda made, sofia: made.follow(by=sofia)),
}
