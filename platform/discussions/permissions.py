"""Rows of the permission matrix about discussions: who writes in the space writes in them, who moderates looks after
them, and nobody speaks in another's place."""

import rules

from core.permissions import veto


@rules.predicate
def writes_there(user, thread):
    """She writes in the space of the thread."""
    return thread is not None and user.has_perm("spaces.post_space", thread.space)


@rules.predicate
def moderates_there(user, obj):
    """She moderates the space of the thread, or of the thread of the post, today."""
    return obj is not None and user.has_perm("spaces.moderate_space", getattr(obj, "thread", obj).space)


@rules.predicate
def started(user, thread):
    """The thread is her own."""
    return thread is not None and thread.starter_id == user.pk


@rules.predicate
def wrote(user, post):
    """The post is her own."""
    return post is not None and post.author_id == user.pk


@rules.predicate
def hid(user, post):
    """It was she who hid the post."""
    return post is not None and post.hidden_by_id is not None and post.hidden_by_id == user.pk


@rules.predicate
def is_about_her(user, report):
    """The report is about words of hers."""
    return report is not None and report.post.author_id == user.pk


@rules.predicate
def moderates_reported(user, report):
    """She moderates the space in which the reported post stands."""
    return report is not None and moderates_there(user, report.post)


rules.add_perm("discussions.reply_thread", writes_there)
rules.add_perm("discussions.close_thread", (started & writes_there) | moderates_there)
rules.add_perm("discussions.pin_thread", moderates_there)
rules.add_perm("discussions.move_thread", moderates_there)
rules.add_perm("discussions.merge_thread", moderates_there)
rules.add_perm("discussions.become_thread", (started & writes_there) | moderates_there)
rules.add_perm("discussions.edit_post", wrote)
rules.add_perm("discussions.react_post", rules.is_authenticated)
rules.add_perm("discussions.report_post", rules.is_authenticated)
rules.add_perm("discussions.appeal_post", wrote)
for verb in ("hide", "show", "uphold", "warn", "split"):
    rules.add_perm(f"discussions.{verb}_post", moderates_there)
rules.add_perm("discussions.settle_postreport", moderates_reported)

# Nobody speaks in another's place, nor judges her own words, whatever her role.
veto("discussions.edit_post", ~wrote)
veto("discussions.appeal_post", ~wrote)
for verb in ("react", "report", "show", "uphold", "warn"):
    veto(f"discussions.{verb}_post", wrote)
veto("discussions.settle_postreport", is_about_her)
# An objection is answered by somebody else than who hid the post.
veto("discussions.uphold_post", hid)
