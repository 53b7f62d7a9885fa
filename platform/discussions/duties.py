"""What waits for those who moderate: reported posts, and objections of authors whose post was hidden."""

from django.utils.translation import gettext_lazy as _

from core.duties import Duty, waits
from discussions.models import Post, PostReport
from spaces.rooms import follows


def owners(path):
    """What is followed to know as what she acts: whose room the space behind `path` is."""
    return [path, *(f"{path}__{each}" for each in follows())]


@waits("discussions.report")
def reports(user):
    """Reports about posts in the rooms she looks after; nobody settles what she reported herself."""
    waiting = PostReport.objects.visible_to(user).open().exclude(reporter_id=user.pk)
    return waiting.select_related(*owners("post__thread__space")).order_by("created_at", "pk")


@reports.told
def report(row):
    thread = row.post.thread
    role = thread.space.owner
    return Duty(_("Look at a reported post"), str(thread), row.created_at, row.get_absolute_url(), role=role)


@waits("discussions.appeal")
def appeals(user):
    """Objections she answers."""
    waiting = Post.objects.visible_to(user).to_answer_by(user)
    return waiting.select_related(*owners("thread__space")).order_by("appealed_at", "pk")


@appeals.told
def appeal(row):
    role = row.thread.space.owner
    return Duty(_("Answer an objection"), str(row.thread), row.appealed_at, row.get_absolute_url(), role=role)
