"""What people write about an idea: plain words, and one level of answers."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from partners.models import Affiliation
from taskforces.models import Seat

LONGEST = 3000
EDITABLE_FOR = timedelta(minutes=30)


class CommentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those on ideas of task forces she has a seat in; for people of partners all, as for the secretariat."""
        if not user.is_authenticated:
            return self.none()
        ideas = self.model._meta.get_field("idea").related_model.objects.visible_to(user)
        shown = self.filter(idea__in=ideas.order_by().values("pk"))
        if user.has_perm("projects.view_comment"):
            return shown
        homes = Seat.objects.open().homes_of(user)
        is_partner = models.Exists(Affiliation.objects.in_force().filter(person=user))
        return shown.filter(models.Q(is_partner) | models.Q(idea__task_force__in=homes))

    def standing(self):
        """Neither removed nor hidden."""
        return self.filter(removed_at=None, hidden_at=None)

    def as_written(self):
        """In the order of the discussion's beginning, each with its author."""
        return self.select_related("author").order_by("created_at", "pk")


class Comment(Recorded, models.Model):
    """Some words about an idea."""

    idea = models.ForeignKey(
        "projects.Idea", on_delete=models.CASCADE, related_name="comments", verbose_name=_("project idea")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="comments", verbose_name=_("author")
    )
    parent = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="answers", verbose_name=_("answers to")
    )
    text = models.TextField(_("text"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)
    removed_at = models.DateTimeField(_("removed"), null=True, blank=True, editable=False)
    hidden_at = models.DateTimeField(_("hidden"), null=True, blank=True, editable=False)
    hidden_reason = models.CharField(_("why it was hidden"), max_length=500, blank=True, editable=False)

    objects = CommentQuerySet.as_manager()

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        ordering = ["created_at", "pk"]
        default_permissions = ["view"]
        permissions = [
            ("edit_comment", _("Can edit the own comment")),
            ("remove_comment", _("Can remove the own comment")),
            ("hide_comment", _("Can hide a comment")),
        ]
        indexes = [
            models.Index(fields=["idea", "created_at"], name="comment_of_idea"),
            models.Index(fields=["author", "created_at"], name="comment_author"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hidden_at=None) | ~models.Q(hidden_reason=""),
                name="comments_are_hidden_for_a_reason",
            ),
        ]

    def __str__(self):
        return f"{self.author} · {self.created_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return f"{reverse('projects:idea', args=[self.idea_id])}#comment-{self.pk}"

    @property
    def is_standing(self):
        """Whether its words are shown."""
        return self.removed_at is None and self.hidden_at is None

    @property
    def can_be_edited(self):
        """For half an hour: others may have answered since."""
        return self.is_standing and timezone.now() - self.created_at < EDITABLE_FOR

    @property
    def can_be_removed(self):
        return self.is_standing

    can_be_hidden = can_be_removed

    def require_fits(self):
        """Raise ValidationError unless what it answers is a standing first word about the same idea."""
        if self.parent and (
            self.parent.idea_id != self.idea_id or self.parent.parent_id or not self.parent.is_standing
        ):
            raise ValidationError(_("You can answer a comment that still stands, not an answer."))

    @transaction.atomic
    def edit(self, text, *, by):
        """Mend a slip, within half an hour."""
        self._lock()
        if not self.can_be_edited:
            raise ValidationError(_("A comment can be edited for 30 minutes. After that, write another one."))
        self.text, self.edited_at = text.strip(), timezone.now()
        self.full_clean(exclude=["idea", "author", "parent"])
        self.save(update_fields=["text", "edited_at"])
        self.record("edited", by=by)

    @transaction.atomic
    def remove(self, *, by):
        """Her words go; that she wrote stays, for the sake of the answers. Removed twice, nothing happens."""
        self._lock()
        if self.removed_at:
            return
        self.text, self.removed_at = "", timezone.now()
        self.save(update_fields=["text", "removed_at"])
        self.record("removed", by=by)

    @transaction.atomic
    def hide(self, reason, *, by):
        """Nobody reads it any more save the secretariat; its author hears why."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: the author will read it.")})
        self._lock()
        if not self.can_be_hidden:
            raise ValidationError(_("This comment has already been hidden or removed."))
        self.hidden_at, self.hidden_reason = timezone.now(), reason.strip()
        self.save(update_fields=["hidden_at", "hidden_reason"])
        self.record("hidden", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Comment.objects.select_for_update(of=("self",)))
