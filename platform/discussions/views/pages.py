"""Reading: the list of a space, a thread, where a post stands, its file and its earlier wordings."""

import re

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.views.generic import TemplateView, View

from core.views.files import StoredFileView
from discussions.becoming import Offspring
from discussions.forms import FindThreadsForm, ReplyForm
from discussions.models import Draft, Post, PostReport, Reaction, Thread
from discussions.views import InDiscussions, OfPost, OfThread
from spaces.models import Visit
from spaces.models.visit import ONE_VISIT

THREADS_SHOWN = 30
POSTS_SHOWN = 30
KEY = re.compile(r"[0-9]{1,18}", re.ASCII)


class SinceLastVisit:
    """A page that marks what is new to this person."""

    @cached_property
    def last_visit(self):
        """When this person was in the space before, or None; only its overview notes that she is there."""
        visit = Visit.objects.visible_to(self.request.user).filter(space=self.space).first()
        if visit is None:
            return None
        is_on_it = timezone.now() - visit.last_at <= ONE_VISIT
        return visit.before_at if is_on_it else visit.last_at

    def is_new(self, moment):
        """Whether something of this moment is new to her."""
        return self.last_visit is not None and moment > self.last_visit


class ThreadList(SinceLastVisit, InDiscussions, TemplateView):
    """The threads of a space, as asked for: pinned ones first, then by their last post."""

    template_name = "discussions/thread_list.html"

    @cached_property
    def form(self):
        return FindThreadsForm(self.request.GET)

    def get_context_data(self, **kwargs):
        threads = Thread.objects.visible_to(self.request.user).filter(space=self.space)
        asked = self.form.narrow(threads, self.request.user).with_facts().in_order()
        after = self.request.GET.get("after", "")
        shown = list(asked.beyond(after)[: THREADS_SHOWN + 1])
        following, shown = shown[THREADS_SHOWN:], shown[:THREADS_SHOWN]
        names = dict(self.form.themes)
        for thread in shown:
            thread.space = self.space
            thread.is_new = self.is_new(thread.last_post_at)
            thread.theme_names = [names[str(key)] for key in thread.theme_ids or () if str(key) in names]
        return super().get_context_data(
            threads=shown,
            next_place=shown[-1].place if following else None,
            is_further=bool(after),
            filter_form=self.form,
            is_filtered=self.form.is_asking,
            **kwargs,
        )


class ThreadDetail(SinceLastVisit, OfThread, TemplateView):
    """A thread, thirty posts at a time, and the form for a further one."""

    template_name = "discussions/thread_detail.html"

    def get(self, request, *args, **kwargs):
        # Whoever comes by an old address of a thread that was moved or merged is led to where it lies now.
        if (self.found.space.slug, self.found.pk) != (self.kwargs["slug"], self.kwargs["pk"]):
            return redirect(self.found)
        return super().get(request, *args, **kwargs)

    @property
    def page_title(self):
        return self.thread.title

    @cached_property
    def posts(self):
        """Those of this page, each knowing what this person may do with it."""
        rows = Post.objects.visible_to(self.request.user).filter(thread=self.thread).with_facts(self.request.user)
        asked = self.request.GET
        if before := key_of(asked.get("before")):
            posts = list(rows.filter(pk__lt=before).order_by("-pk")[:POSTS_SHOWN])[::-1]
        elif "last" in asked or self.request.method == "POST":
            posts = list(rows.order_by("-pk")[:POSTS_SHOWN])[::-1]
        else:
            posts = list(rows.filter(pk__gte=key_of(asked.get("from")) or 0).order_by("pk")[:POSTS_SHOWN])
        return [self.prepared(post) for post in posts]

    def prepared(self, post):
        post.thread = self.thread
        post.is_own = post.author_id == self.request.user.pk
        post.is_new = not post.is_own and self.is_new(post.created_at)
        post.is_read = not post.is_hidden or post.is_own or self.may_moderate
        post.is_named = self.may_post or post.author_shows_name
        post.pressed = [
            (kind.value, kind.label, getattr(post, f"number_{kind}"), getattr(post, f"is_{kind}"))
            for kind in Reaction.Kind
        ]
        post.open_reports = []
        return post

    def tell_reports(self):
        """Beside each post what was reported of it, for those who moderate."""
        of_key = {post.pk: post for post in self.posts}
        reports = PostReport.objects.visible_to(self.request.user).open().filter(post__in=list(of_key))
        for report in reports.select_related("reporter"):
            of_key[report.post_id].open_reports.append(report)

    def pages(self):
        """Where the earlier and the later posts are, in one question."""
        ends = self.thread.ends
        earlier = self.posts and ends[0] < self.posts[0].pk
        later = self.posts and ends[1] > self.posts[-1].pk
        return {
            "earlier": self.posts[0].pk if earlier else None,
            "later": self.posts[-1].pk + 1 if later else None,
        }

    def reply_form(self):
        """The form for a further post, with what was begun."""
        draft = Draft.objects.visible_to(self.request.user).filter(thread=self.thread).first()
        return ReplyForm(initial={"language": get_language(), "text": draft.text if draft else ""})

    def get_context_data(self, **kwargs):
        if self.may_moderate:
            self.tell_reports()
        user, thread = self.request.user, self.thread
        may_reply = self.may_post and thread.is_open
        shown = {
            "thread": thread,
            "posts": self.posts,
            "pages": self.pages(),
            "following": thread.following_of(user) if user.is_authenticated else "",
            "offspring": Offspring(thread, user),
            "may_close": user.has_perm("discussions.close_thread", thread),
            "may_reply": may_reply,
            "is_named": self.may_post or thread.starter_shows_name,
            "reply_form": self.reply_form() if may_reply and "reply_form" not in kwargs else None,
        }
        return super().get_context_data(**shown | kwargs)


class PostPlace(InDiscussions, View):
    """Leads to the page of the thread on which a post stands, wherever that lies now."""

    http_method_names = ["get", "head", "options"]

    def get(self, request, *args, **kwargs):
        posts = Post.objects.visible_to(request.user).select_related("thread__space")
        post = get_object_or_404(posts, pk=kwargs["pk"])
        thread = post.thread
        number = thread.posts.filter(pk__lt=post.pk).count()
        address = reverse("discussions:detail", args=[thread.space.slug, thread.pk])
        if begins := number - number % POSTS_SHOWN:
            first = thread.posts.order_by("pk").values_list("pk", flat=True)[begins]
            address += f"?from={first}"
        return redirect(f"{address}#post-{post.pk}")


class PostFile(OfPost, StoredFileView):
    """The file beside a post, for those who read the post."""

    http_method_names = ["get", "head", "options"]
    model = Post

    def stored(self, obj):
        return obj.stored


class PostHistory(OfPost, TemplateView):
    """What a post said before it was edited."""

    template_name = "discussions/post_history.html"
    page_title = gettext_lazy("Earlier wordings")

    def get_context_data(self, **kwargs):
        post = self.post_at_hand
        return super().get_context_data(post=post, thread=self.thread, editions=list(post.editions.all()), **kwargs)


def key_of(text):
    """The key an address names, or None."""
    return int(text) if text and KEY.fullmatch(text) else None
