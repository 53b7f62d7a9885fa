"""A discussion in a space: begun by somebody, answered by others, closed with what came of it."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import wait_for_turn
from core.models import Recorded, StoredFile, Theme
from discussions.mentions import people_mentioned
from discussions.models.descent import Becoming
from discussions.models.draft import Draft
from discussions.models.finding import EPOCH, ThreadFinding, plain
from discussions.models.follow import Following
from discussions.models.limits import require_may_post, require_may_start
from discussions.models.merging import Merging
from discussions.models.post import Post
from discussions.models.steering import Steering


class ThreadQuerySet(ThreadFinding):
    @transaction.atomic
    def start(self, space, *, kind, title, text, language, themes=(), file=None, key=None, by):
        """`by` begins a discussion in `space` with a first post, perhaps with a CleanUpload. Returns the Thread.

        A form sent twice, known by its `key`, gives the thread it made. Raises ValidationError when she has begun
        enough today, when an announcement is not hers to make, or when something is missing.
        """
        wait_for_turn(by)
        if made := self.filter(key=key, starter=by).first():
            return made
        require_may_start(by)
        if kind == Thread.Kind.ANNOUNCEMENT and not by.has_perm("spaces.moderate_space", space):
            raise ValidationError({"kind": _("Only those who moderate the room announce something to everybody.")})
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        thread = self.model(space=space, kind=kind, title=title.strip(), language=language, starter=by, key=key)
        thread._judge()
        thread.save()
        thread.themes.set(themes)
        Draft.objects.filter(person=by, space=space, thread=None).delete()
        # Recorded before the post is kept: a file is the last thing a verb writes.
        thread.record("started", by=by)
        thread._write(text, language=language, file=file, by=by)
        return thread


class Thread(Recorded, Following, Steering, Merging, Becoming, models.Model):
    """A discussion."""

    class Kind(models.TextChoices):
        DISCUSSION = "discussion", pgettext_lazy("kind of thread", "discussion")
        ANNOUNCEMENT = "announcement", pgettext_lazy("kind of thread", "announcement")
        CALL = "call", pgettext_lazy("kind of thread", "call for help")
        IDEA = "idea", pgettext_lazy("kind of thread", "idea")

    space = models.ForeignKey(
        "spaces.Space", on_delete=models.PROTECT, db_index=False, related_name="threads", verbose_name=_("space")
    )
    kind = models.CharField(
        pgettext_lazy("of a discussion", "kind"), max_length=12, choices=Kind.choices, default=Kind.DISCUSSION
    )
    title = models.CharField(_("title"), max_length=150)
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("themes"))
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    starter = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="threads",
        verbose_name=_("started by"),
    )
    is_pinned = models.BooleanField(_("pinned"), default=False, editable=False)
    number_of_posts = models.PositiveIntegerField(_("number of posts"), default=0, editable=False)
    last_post_at = models.DateTimeField(_("last post"), default=timezone.now, editable=False)
    created_at = models.DateTimeField(_("started"), default=timezone.now, editable=False)
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("closed by"),
    )
    conclusion = models.TextField(_("conclusion"), max_length=3000, blank=True, editable=False)
    split_from = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="split_off",
        verbose_name=_("split from"),
    )
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)

    objects = ThreadQuerySet.as_manager()

    class Meta:
        verbose_name = _("discussion")
        verbose_name_plural = _("discussions")
        ordering = ["-is_pinned", "-last_post_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("reply_thread", _("Can write in a discussion")),
            ("close_thread", _("Can close a discussion")),
            ("pin_thread", _("Can pin a discussion")),
            ("move_thread", _("Can move a discussion to another space")),
            ("merge_thread", _("Can merge a discussion into another one")),
            ("become_thread", _("Can make something else of a discussion")),
        ]
        indexes = [
            models.Index(fields=["space", "-is_pinned", "-last_post_at", "-id"], name="thread_list"),
            models.Index(fields=["space", "kind", "-last_post_at"], name="thread_of_kind"),
            models.Index(
                fields=["space", "-last_post_at"],
                condition=models.Q(number_of_posts__lte=1, closed_at=None),
                name="thread_unanswered",
            ),
            models.Index(fields=["starter", "-created_at"], name="thread_starter"),
            GinIndex(OpClass(plain("title"), name="gin_trgm_ops"), name="thread_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closed_at=None, conclusion="")
                | (models.Q(closed_at__isnull=False) & ~models.Q(conclusion="")),
                name="threads_are_closed_with_a_conclusion",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("discussions:detail", args=[self.space.slug, self.pk])

    @property
    def number_of_answers(self):
        """How many posts follow the first one."""
        return max(self.number_of_posts - 1, 0)

    @property
    def ends(self):
        """(key of its first post, key of its last one), in one question."""
        return tuple(self.posts.aggregate(first=models.Min("pk"), last=models.Max("pk")).values())

    @property
    def place(self):
        """Its place in the list, as addresses of further pages say it."""
        moment = (self.last_post_at - EPOCH) // timedelta(microseconds=1)
        return f"{int(self.is_pinned)}.{moment}.{self.pk}"

    @transaction.atomic
    def reply(self, text, *, language, quotes=None, file=None, key=None, by):
        """`by` writes a further post, perhaps quoting the post `quotes`, perhaps with a CleanUpload. Returns the Post.

        A form sent twice, known by its `key`, writes once. Raises ValidationError when the thread is closed, when the
        quoted post does not stand in it, or when she has written enough today.
        """
        wait_for_turn(by)
        self._lock()
        if written := Post.objects.filter(key=key, author=by).first():
            return written
        if not self.is_open:
            raise ValidationError(_("This discussion is closed: nobody writes in it any more."))
        if quotes and (quotes.thread_id != self.pk or quotes.is_hidden):
            raise ValidationError(_("The post you quote is gone."))
        Draft.objects.filter(person=by, thread=self).delete()
        return self._write(text, language=language, quotes=quotes, file=file, key=key, by=by)

    def _write(self, text, *, language, by, quotes=None, file=None, key=None):
        require_may_post(by)
        if key is None or Post.objects.filter(key=key).exists():
            key = uuid.uuid4()
        post = Post(thread=self, author=by, text=text.strip(), language=language, quotes=quotes, key=key)
        post.full_clean(exclude=["thread", "author", "quotes", "stored", "hidden_by"], validate_constraints=False)
        post.save()
        post.mentioned.set(people_mentioned(post.text, self, by=by))
        self._keep_in_touch(by.pk)
        self._count()
        post.record("posted", by=by)
        if file:
            post.stored = StoredFile.objects.keep(file, by=by)
            post.save(update_fields=["stored"])
        return post

    def _judge(self):
        """Raise ValidationError, by field, for words that do not hold; what it belongs to is not typed."""
        said_by_verbs = ["space", "starter", "closed_by", "split_from", "merged_into"]
        self.full_clean(exclude=said_by_verbs, validate_constraints=False)

    def _lock(self):
        """Lock the row. Raises ValidationError when it has become another one: whoever writes there comes too late."""
        self.refresh_from_db(from_queryset=Thread.objects.select_for_update(of=("self",)))
        if self.is_merged:
            raise ValidationError(_("This discussion has been merged into another one."))
