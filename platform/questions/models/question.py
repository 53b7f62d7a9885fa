"""A question to scientists: asked by anybody signed in, led to those who know, answered for everybody to find."""

import uuid

from django.conf import settings
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.limits import wait_for_turn
from core.models import Recorded
from core.search import LANGUAGES
from questions.models.answering import Answering
from questions.models.expert import Expert
from questions.models.finding import QuestionFinding, words_of
from questions.models.limits import require_may_ask


class QuestionQuerySet(QuestionFinding):
    @transaction.atomic
    def ask(self, *, title, text, themes, language="en", region=None, is_unnamed=False, key=None, origin=None, by):
        """`by` asks; the question goes to the experts of its themes and region, who are told. Returns the Question.

        It may come of a discussion, its `origin`. A form sent twice, known by its `key`, gives the question it made.
        Raises ValidationError when she has asked enough today, or when something is missing.
        """
        wait_for_turn(by)
        if made := self.filter(key=key, asker=by).first():
            return made
        require_may_ask(by)
        themes = list(themes)
        if not themes:
            raise ValidationError({"themes": _("Choose one theme at least: it leads the question to who knows.")})
        if key is None or self.filter(key=key).exists():
            key = uuid.uuid4()  # a key somebody else used is no key
        words = {"title": title.strip(), "text": text.strip(), "language": language, "is_unnamed": is_unnamed}
        question = self.model(asker=by, region=region, key=key, **words)
        question.full_clean(exclude=["asker", "region"], validate_constraints=False)
        question.save()
        question.themes.set(themes)
        question.experts.set(Expert.objects.fitting(themes, region, asker=by))
        question.record("asked", by=by)
        if origin:
            origin.become(question, by=by)
        return question


class Question(Recorded, Answering, models.Model):
    """What somebody would like to know of science."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("a question", "open")
        ANSWERED = "answered", pgettext_lazy("a question", "answered")
        CLOSED = "closed", pgettext_lazy("a question", "closed")
        WITHDRAWN = "withdrawn", pgettext_lazy("a question", "withdrawn")

    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="questions",
        verbose_name=pgettext_lazy("person", "asked by"),
    )
    title = models.CharField(_("question"), max_length=200)
    text = models.TextField(_("details"), max_length=4000)
    language = models.CharField(_("language"), max_length=2, choices=settings.LANGUAGES, default="en")
    themes = models.ManyToManyField("core.Theme", related_name="+", verbose_name=_("themes"))
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"parent": None},
        verbose_name=_("region"),
    )
    is_unnamed = models.BooleanField(_("the name is not shown"), default=False)
    experts = models.ManyToManyField(
        Expert, blank=True, related_name="questions", editable=False, verbose_name=_("went to")
    )
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.OPEN, editable=False)
    reason = models.TextField(_("why it was closed"), max_length=500, blank=True, editable=False)
    # A form that is sent twice carries the same key.
    key = models.UUIDField(_("key of the form"), default=uuid.uuid4, unique=True, editable=False)
    asked_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("first answer"), null=True, blank=True, editable=False)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("question to scientists")
        verbose_name_plural = _("questions to scientists")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("withdraw_question", _("Can withdraw the own question")),
            ("answer_question", _("Can answer a question to scientists")),
            ("follow_up_question", _("Can write below a question to scientists")),
            ("assign_question", _("Can lead a question to an expert")),
            ("close_question", _("Can close and reopen a question to scientists")),
        ]
        indexes = [
            models.Index(fields=["-asked_at", "-id"], name="question_newest"),
            models.Index(fields=["status", "-asked_at", "-id"], name="question_status"),
            models.Index(fields=["region", "-asked_at"], name="question_region"),
            models.Index(fields=["asker", "-asked_at"], name="question_asker"),
            *(GinIndex(words_of(("title", "text"), code), name=f"question_words_{code}") for code in LANGUAGES),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="closed") | ~models.Q(reason=""),
                name="questions_are_closed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="answered") | models.Q(answered_at__isnull=False),
                name="answered_questions_know_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["open", "withdrawn"]) | models.Q(answered_at=None),
                name="open_questions_have_no_answer",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("questions:detail", args=[self.pk])

    @property
    def shown_asker(self):
        """Whom readers see beside it; empty for somebody who stays unnamed."""
        return "" if self.is_unnamed else str(self.asker)

    @property
    def can_be_withdrawn(self):
        return self.status == self.Status.OPEN

    @property
    def can_be_answered(self):
        """Also by a second expert."""
        return self.status in (self.Status.OPEN, self.Status.ANSWERED)

    can_be_followed_up = can_be_closed = can_be_answered

    @property
    def can_be_assigned(self):
        return self.status == self.Status.OPEN

    @property
    def can_be_reopened(self):
        return self.status == self.Status.CLOSED

    @property
    def waiting_days(self):
        """Whole days from the question to its first answer; to now where there is none."""
        return ((self.answered_at or timezone.now()) - self.asked_at).days

    @transaction.atomic
    def withdraw(self, *, by):
        """Its asker takes it back, as long as nobody has answered: others no longer see it."""
        self._lock()
        if not self.can_be_withdrawn:
            raise ValidationError(_("Only a question without an answer can be withdrawn."))
        self.status = self.Status.WITHDRAWN
        self.save(update_fields=["status"])
        self.record("withdrawn", by=by)

    @transaction.atomic
    def assign(self, expert, *, by):
        """Lead it to one more `expert`, who is told."""
        self._lock()
        if not self.can_be_assigned:
            raise ValidationError(_("This question has been answered, closed or withdrawn."))
        if expert.person_id == self.asker_id or not Expert.objects.in_force().filter(pk=expert.pk).exists():
            raise ValidationError({"expert": _("This person cannot answer the question.")})
        if self.experts.filter(pk=expert.pk).exists():
            raise ValidationError({"expert": _("The question waits for this person already.")})
        self.experts.add(expert)
        self.record("assigned", by=by, expert=expert.pk)

    @transaction.atomic
    def close(self, reason, *, by):
        """Nobody writes there any more; the page says why."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: everybody reads it on the page.")})
        self._lock()
        if not self.can_be_closed:
            raise ValidationError(_("This question has been closed or withdrawn."))
        self.status, self.reason = self.Status.CLOSED, reason.strip()
        self.save(update_fields=["status", "reason"])
        self.record("closed", by=by)

    @transaction.atomic
    def reopen(self, *, by):
        """It is as it was before it was closed."""
        self._lock()
        if not self.can_be_reopened:
            raise ValidationError(_("This question is not closed."))
        self.status, self.reason = self.Status.ANSWERED if self.answered_at else self.Status.OPEN, ""
        self.save(update_fields=["status", "reason"])
        self.record("reopened", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=Question.objects.select_for_update(of=("self",)))
