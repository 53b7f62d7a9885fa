"""What people write in a thread: plain words, perhaps with a file, perhaps quoting another post."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import shows_name
from core.models import Recorded, StoredFile
from discussions.models.finding import plain
from discussions.models.moderated import Moderated
from discussions.models.reaction import Reaction
from spaces.models import Space, moderating

LONGEST = 10_000
EDITABLE_FOR = timedelta(minutes=30)


class PostQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Posts of the threads she sees; a hidden one shows its words to whom `read_by` says."""
        return self.filter(thread__space__in=Space.objects.visible_to(user).order_by().values("pk"))

    def read_by(self, user):
        """Those whose words `user` reads where she sees them: hidden ones only as author or moderator."""
        if user.has_perm("discussions.view_post"):
            return self
        own = Q(author=user) | moderating(user, "thread__space") if user.is_authenticated else Q(pk__in=[])
        return self.filter(Q(hidden_at=None) | own)

    def appeals(self):
        """Hidden posts whose author has objected and waits for an answer."""
        return self.filter(hidden_at__isnull=False, appealed_at__isnull=False, upheld_at=None)

    def to_answer_by(self, user):
        """Objections `user` answers: where she moderates, all for the secretariat; never her own, nor to her hiding."""
        if not user.is_authenticated:
            return self.none()
        rows = self.appeals().exclude(author=user).exclude(hidden_by=user)
        return rows if user.has_perm("discussions.uphold_post") else rows.filter(moderating(user, "thread__space"))

    def with_facts(self, user):
        """Each with what the page shows: author, quoted post, file, number of reactions, and those of `user`."""
        kinds = Reaction.Kind
        own = Reaction.objects.filter(post=OuterRef("pk"), person_id=user.pk)
        given = Reaction.objects.filter(post=OuterRef("pk")).order_by().values("post").annotate(number=Count("pk"))
        numbers = {
            f"number_{kind}": Coalesce(Subquery(given.filter(kind=kind).values("number")), 0) for kind in kinds.values
        }
        pressed = {f"is_{kind}": Exists(own.filter(kind=kind)) for kind in kinds.values}
        return self.select_related("author", "stored", "quotes__author").annotate(
            author_shows_name=shows_name("author"), **numbers, **pressed
        )


class Post(Recorded, Moderated, models.Model):
    """Some words in a thread."""

    thread = models.ForeignKey(
        "discussions.Thread",
        on_delete=models.CASCADE,
        db_index=False,
        related_name="posts",
        verbose_name=_("discussion"),
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        db_index=False,
        related_name="posts",
        verbose_name=_("author"),
    )
    text = models.TextField(_("text"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    quotes = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="quoted_in", verbose_name=_("quotes")
    )
    mentioned = models.ManyToManyField(
        settings.AUTH_USER_MODEL, blank=True, related_name="mentions", verbose_name=_("people mentioned")
    )
    stored = models.OneToOneField(
        StoredFile, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("file")
    )
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)

    plain_text = models.GeneratedField(
        expression=plain("text"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name=_("words without accents"),
    )

    objects = PostQuerySet.as_manager()

    class Meta:
        verbose_name = _("post")
        verbose_name_plural = _("posts")
        ordering = ["pk"]
        default_permissions = ["view"]
        permissions = [
            ("edit_post", _("Can edit the own post")),
            ("react_post", _("Can say that a post is useful")),
            ("report_post", _("Can report a post")),
            ("hide_post", _("Can hide a post")),
            ("show_post", _("Can show a hidden post again")),
            ("appeal_post", _("Can object to the hiding of the own post")),
            ("uphold_post", _("Can answer an objection")),
            ("warn_post", _("Can warn the author of a post")),
            ("split_post", _("Can make a discussion of its own from a post on")),
        ]
        indexes = [
            # The order of a thread is that of its posts' keys: they are written under the lock of the thread.
            models.Index(fields=["thread", "id"], name="post_of_thread"),
            models.Index(fields=["author", "-created_at"], name="post_author"),
            models.Index(fields=["appealed_at"], condition=Q(hidden_at__isnull=False), name="post_appeals"),
            GinIndex(fields=["plain_text"], opclasses=["gin_trgm_ops"], name="post_by_words"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(hidden_at=None) | ~Q(hidden_reason=""), name="posts_are_hidden_for_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.author} · {self.created_at:%Y-%m-%d}"

    def get_absolute_url(self):
        """Its place in the thread, wherever that lies now."""
        return reverse("discussions:post", args=[self.thread.space.slug, self.pk])

    @property
    def is_erased(self):
        """Whether its author left and took her words along."""
        return not self.text

    @property
    def can_be_edited(self):
        """For half an hour: others may have answered since."""
        return not self.is_hidden and not self.is_erased and timezone.now() - self.created_at < EDITABLE_FOR

    @transaction.atomic
    def edit(self, text, *, by):
        """Mend a slip, within half an hour. What it said before stays beside it. Nobody is told a second time."""
        self._lock()
        if not self.can_be_edited:
            raise ValidationError(_("A post can be edited for 30 minutes. After that, write another one."))
        before, self.text = self.text, text.strip()
        if self.text == before:
            return
        self.edited_at = timezone.now()
        self.full_clean(exclude=["thread", "author", "quotes", "stored"], validate_constraints=False)
        self.save(update_fields=["text", "edited_at"])
        self.editions.create(text=before)
        self.record("edited", by=by)

    @transaction.atomic
    def react(self, kind, *, by):
        """`by` finds it useful or stands behind it. Said twice, nothing happens the second time."""
        self._lock()
        if self.is_hidden:
            raise ValidationError(_("This post is hidden already."))
        _reaction, is_new = self.reactions.get_or_create(person=by, kind=kind)
        if is_new:
            self.record("reacted", by=by, kind=kind)

    @transaction.atomic
    def take_reaction_back(self, kind, *, by):
        """`by` no longer says so. Without any reaction of hers, nothing happens."""
        number, _rows = self.reactions.filter(person=by, kind=kind).delete()
        if number:
            self.record("reaction_taken_back", by=by, kind=kind)

    def _lock(self):
        """Lock the thread, then the post, as all verbs do; returns the thread. A split may have moved it meanwhile."""
        threads = self._meta.get_field("thread").related_model.objects.select_for_update(of=("self",))
        while True:
            thread = threads.get(pk=Post.objects.values_list("thread_id", flat=True).get(pk=self.pk))
            self.refresh_from_db(from_queryset=Post.objects.select_for_update(of=("self",)))
            if self.thread_id == thread.pk:
                return thread
