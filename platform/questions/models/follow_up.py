"""What is asked back, and added, below a question."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from questions.models.question import Question

LONGEST = 3000


class FollowUpQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those below questions she sees."""
        return self.filter(question__in=Question.objects.visible_to(user).order_by().values("pk"))


class FollowUp(Recorded, models.Model):
    """Some words of the asker or of an expert."""

    question = models.ForeignKey(
        Question, on_delete=models.CASCADE, related_name="follow_ups", verbose_name=_("question")
    )
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="follow_ups", verbose_name=_("author")
    )
    text = models.TextField(_("text"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    written_at = models.DateTimeField(_("written"), default=timezone.now, editable=False)

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")
        ordering = ["written_at", "pk"]
        default_permissions = ["view"]
        indexes = [
            models.Index(fields=["question", "written_at"], name="follow_up_of_question"),
            models.Index(fields=["author", "written_at"], name="follow_up_author"),
        ]

    def __str__(self):
        return f"{self.question} · {self.written_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return f"{self.question.get_absolute_url()}#follow-up-{self.pk}"

    @property
    def is_by_asker(self):
        """Whether whoever asked wrote it: then it is as unnamed as the question."""
        return self.author_id == self.question.asker_id

    @property
    def shown_author(self):
        """Whom readers see beside it; empty for an asker who stays unnamed."""
        return self.question.shown_asker if self.is_by_asker else str(self.author)
