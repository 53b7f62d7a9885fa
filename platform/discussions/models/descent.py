"""What came of a thread: a question, a page, a work, an idea. The pages of both lead to each other."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DescentQuerySet(models.QuerySet):
    def from_thread(self, thread):
        """What came of `thread` or of those that were merged into it, with the newest last."""
        merged = models.Q(thread__merged_into=thread.pk)
        return self.filter(models.Q(thread=thread.pk) | merged).order_by("created_at", "pk")

    def of(self, made):
        """Where `made` came from."""
        return self.filter(content_type=ContentType.objects.get_for_model(made), object_id=made.pk)

    def keys_of_threads(self):
        """The keys of the threads to go to: of a merged one, that of the thread it went into."""
        return self.order_by().values(key=Coalesce("thread__merged_into_id", "thread_id"))


class Descent(models.Model):
    """One thing came of one thread."""

    thread = models.ForeignKey(
        "discussions.Thread", on_delete=models.CASCADE, related_name="descents", verbose_name=_("discussion")
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, verbose_name=_("kind of object"))
    object_id = models.BigIntegerField(_("object"))
    object = GenericForeignKey("content_type", "object_id")
    created_at = models.DateTimeField(_("since"), default=timezone.now, editable=False)

    objects = DescentQuerySet.as_manager()

    class Meta:
        verbose_name = _("what came of a discussion")
        verbose_name_plural = _("what came of discussions")
        ordering = ["created_at", "pk"]
        default_permissions = []
        constraints = [
            models.UniqueConstraint(fields=["thread", "content_type"], name="one_descent_per_thread_and_kind"),
            models.UniqueConstraint(fields=["content_type", "object_id"], name="everything_comes_of_one_thread"),
        ]

    def __str__(self):
        return f"{self.thread_id} → {self.content_type_id}.{self.object_id}"


class Becoming(models.Model):
    """A thread of which something else is made."""

    class Meta:
        abstract = True

    @transaction.atomic
    def become(self, made, *, by):
        """`made` came of this discussion, which stays; call it in the transaction in which `made` is kept.

        Told twice of the same object, nothing happens. Raises ValidationError when there is one of its kind already,
        or when it is not hers to make.
        """
        from discussions.becoming import target_of

        self._lock()
        target, before = target_of(made), Descent.objects.of(made).first()
        if before and before.thread_id == self.pk:
            return
        if not by.has_perm("discussions.become_thread", self):
            raise ValidationError(_("Only those who moderate the room or began the discussion make something of it."))
        kind = ContentType.objects.get_for_model(made)
        if before or Descent.objects.from_thread(self).filter(content_type=kind).exists():
            raise ValidationError(target.taken)
        Descent.objects.create(thread=self, content_type=kind, object_id=made.pk)
        self.record("became", by=by, kind=target.key, object=made.pk)
