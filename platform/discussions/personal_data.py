"""What this app holds of a person, handed to her or forgotten."""

from django.db.models import Exists, OuterRef

from accounts.models.erasure import erases_personal_data, exports_personal_data
from discussions.models import Draft, Follow, Post, PostEdition, PostReport, Reaction, Thread


@exports_personal_data
def discussions(person):
    """What she began, wrote, reported, follows and said of the posts of others."""
    posts = Post.objects.filter(author=person)
    written = (
        *("thread__title", "text", "language", "stored__name", "created_at", "edited_at", "hidden_at"),
        *("hidden_reason", "appeal_text", "appealed_at", "upheld_at", "warned_at", "warning"),
    )
    return {
        "discussions": list(Thread.objects.filter(starter=person).values("title", "kind", "language", "created_at")),
        "discussions_closed": list(Thread.objects.filter(closed_by=person).values("title", "closed_at", "conclusion")),
        "posts": list(posts.values(*written)),
        "posts_before_edits": list(
            PostEdition.objects.filter(post__author=person).values("post__thread__title", "text", "replaced_at")
        ),
        "mentioned_in": list(person.mentions.values("thread__title", "created_at")),
        "post_drafts": list(Draft.objects.filter(person=person).values("thread__title", "title", "text", "saved_at")),
        "post_reactions": list(
            Reaction.objects.filter(person=person).values("post__thread__title", "kind", "created_at")
        ),
        "discussions_followed": list(
            Follow.objects.filter(person=person).values("thread__title", "state", "created_at")
        ),
        "posts_reported": list(
            PostReport.objects.filter(reporter=person).values(
                "post__thread__title", "reason", "created_at", "outcome", "settled_at"
            )
        ),
    }


@erases_personal_data
def forget_discussions(person):
    """Her words go, with what they said before and the files beside them; that she wrote stays, for the answers' sake.

    A thread nobody else has written in goes altogether. What she followed, pressed, reported and drafted goes too.
    """
    posts = Post.objects.filter(author=person)
    for post in posts.exclude(stored=None).select_related("stored"):
        post.stored.discard()
    others = Post.objects.filter(thread=OuterRef("pk")).exclude(author=person)
    alone = list(Thread.objects.filter(~Exists(others), starter=person))
    # What was merged into one of them goes first: it points there.
    alone.sort(key=lambda thread: thread.merged_into_id is None)
    for thread in alone:
        thread.delete()
    PostEdition.objects.filter(post__author=person).delete()
    posts.update(text="", appeal_text="", warning="")
    # A hidden post keeps a reason: the constraint wants one, and this one says nothing of her.
    posts.exclude(hidden_at=None).update(hidden_reason="–")
    person.mentions.clear()
    for model in (Draft, Follow, Reaction):
        model.objects.filter(person=person).delete()
    reports = list(PostReport.objects.filter(reporter=person))
    for report in reports:
        report.delete()
    Post.objects.filter(hidden_by=person).update(hidden_by=None)
    Thread.objects.filter(closed_by=person).update(closed_by=None)
    PostReport.objects.filter(settled_by=person).update(settled_by=None)
    # Last, as the deletion itself stands in the history.
    keys = [report.pk for report in reports]
    PostReport.pgh_event_model.objects.filter(pgh_obj_id__in=keys).delete()
    Thread.pgh_event_model.objects.filter(pgh_obj_id__in=[thread.pk for thread in alone]).delete()
