"""What an expert answers."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from core.search import LANGUAGES
from questions.models.expert import Expert
from questions.models.finding import words_of
from questions.models.question import Question

EDITABLE_FOR = timedelta(minutes=30)
LONGEST = 8000


class AnswerQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those to questions she sees."""
        return self.filter(question__in=Question.objects.visible_to(user).order_by().values("pk"))


class Answer(Recorded, models.Model):
    """Words of an expert, to be found by everybody."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers", verbose_name=_("question"))
    author = models.ForeignKey(Expert, on_delete=models.PROTECT, related_name="answers", verbose_name=_("expert"))
    text = models.TextField(_("answer"), max_length=LONGEST)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    answered_at = models.DateTimeField(_("answered"), default=timezone.now, editable=False)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)
    accepted_at = models.DateTimeField(_("accepted"), null=True, blank=True, editable=False)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")
        ordering = ["answered_at", "pk"]
        default_permissions = ["view"]
        permissions = [
            ("edit_answer", _("Can edit the own answer")),
            ("accept_answer", _("Can say that an answer helped")),
        ]
        indexes = [
            models.Index(fields=["question", "answered_at"], name="answer_of_question"),
            *(GinIndex(words_of(("text",), code), name=f"answer_words_{code}") for code in LANGUAGES),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["question"],
                condition=models.Q(accepted_at__isnull=False),
                name="one_answer_of_a_question_is_accepted",
            ),
        ]

    def __str__(self):
        return f"{self.author} · {self.answered_at:%Y-%m-%d}"

    def get_absolute_url(self):
        return f"{self.question.get_absolute_url()}#answer-{self.pk}"

    @property
    def can_be_edited(self):
        """For half an hour: others may have read it since."""
        return self.question.can_be_answered and timezone.now() - self.answered_at < EDITABLE_FOR

    @property
    def can_be_accepted(self):
        return self.accepted_at is None and self.question.status == Question.Status.ANSWERED

    @transaction.atomic
    def edit(self, text, *, by):
        """Mend a slip, within half an hour. What it said before stays in the history."""
        self._lock()
        if not self.can_be_edited:
            raise ValidationError(_("An answer can be edited for 30 minutes. After that, write below the question."))
        self.text, self.edited_at = text.strip(), timezone.now()
        self.full_clean(exclude=["question", "author"], validate_constraints=False)
        self.save(update_fields=["text", "edited_at"])
        self.record("edited", by=by)

    @transaction.atomic
    def accept(self, *, by):
        """The asker says that this one helped, and no other; its author is told."""
        self._lock()
        if not self.can_be_accepted:
            raise ValidationError(_("Only an answer to a question that is not closed can be accepted, and only once."))
        self.question.answers.exclude(accepted_at=None).update(accepted_at=None)
        self.accepted_at = timezone.now()
        self.save(update_fields=["accepted_at"])
        self.record("accepted", by=by)

    def _lock(self):
        """The question first, always in this order: whoever answers and whoever accepts wait for each other."""
        self.question._lock()
        question = self.question
        self.refresh_from_db(from_queryset=Answer.objects.select_for_update(of=("self",)))
        self.question = question
