"""Editing a joining form: the draft of its next version, which applicants read once it is published."""

from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_QUESTIONS = 12
UP, DOWN = -1, 1


class Overtaken(ValidationError):
    """Somebody else has changed, removed or published it since the page was opened: nothing was written."""

    def __init__(self, message=None):
        super().__init__(message or _("Somebody else has changed this question since you opened it. Nothing is lost."))


class QuestionGone(Overtaken):
    """Somebody else has removed the question since the page was opened."""

    def __init__(self):
        super().__init__(_("Somebody else has removed this question since you opened it. Save again to put it back."))


class FormEditing(models.Model):
    """A form whose drafts are edited question by question."""

    class Meta:
        abstract = True

    # -- What may happen

    @property
    def can_be_published(self):
        return self.is_draft and self.questions.exists()

    @property
    def can_be_discarded(self):
        return self.is_draft

    @property
    def can_be_given_up(self):
        """A task force goes back to the default form; the default form itself stays."""
        return self.is_in_force and not self.is_default

    @property
    def has_room(self):
        return len(self.questions.all()) < MOST_QUESTIONS

    # -- Questions

    @transaction.atomic
    def add_question(self, kind, contents, *, by, key=None):
        """A new question at the end; with `key` one that had been removed comes back."""
        self._lock_draft()
        if self.questions.count() >= MOST_QUESTIONS:
            raise ValidationError(
                _("A form holds at most %(number)d questions: people should answer it in a few minutes."),
                params={"number": MOST_QUESTIONS},
            )
        last = self.questions.order_by("-position").first()
        return self.questions.create(
            key=key or f"q_{uuid4().hex[:12]}", kind=kind, position=last.position + 1 if last else 0, **contents
        )

    @transaction.atomic
    def change_question(self, key, contents, *, by, seen=None):
        """Reword a question. `seen` is the stamp of the state the editor had before her.

        Raises Overtaken when somebody else changed it meanwhile, QuestionGone when somebody removed it.
        """
        self._lock_draft()
        question = self.questions.filter(key=key).first()
        if question is None:
            raise QuestionGone
        if seen is not None and seen != question.stamp:
            raise Overtaken
        for name, value in contents.items():
            setattr(question, name, value)
        question.save(update_fields=list(contents))
        return question

    @transaction.atomic
    def move_question(self, key, step, *, by):
        """One place UP or DOWN; at the ends nothing happens."""
        self._lock_draft()
        questions = list(self.questions.order_by("position", "pk"))
        place = next((place for place, each in enumerate(questions) if each.key == key), None)
        if place is None:
            raise QuestionGone
        other = min(max(place + step, 0), len(questions) - 1)
        questions[place], questions[other] = questions[other], questions[place]
        for position, question in enumerate(questions):
            if question.position != position:
                question.position = position
                question.save(update_fields=["position"])

    @transaction.atomic
    def remove_question(self, key, *, by):
        """Applicants are no longer asked it once the draft is published. Doing it twice does no harm."""
        self._lock_draft()
        self.questions.filter(key=key).delete()

    # -- The whole form

    @transaction.atomic
    def publish(self, *, by, seen=None):
        """The draft is what applicants answer from now on; those who have sent their answers keep their version.

        Raises ValidationError when it has no question, Overtaken when it is no longer what `seen` stands for.
        """
        self._lock_draft()
        if not self.can_be_published:
            raise ValidationError(_("A form needs at least one question."))
        if seen is not None and seen != self.stamp:
            raise Overtaken(_("Somebody else has changed the draft since you opened this page. Look at it again."))
        for before in self._siblings().in_force():
            before.status = self.Status.RETIRED
            before.save(update_fields=["status"])
        self.status, self.published_at = self.Status.IN_FORCE, timezone.now()
        self.save(update_fields=["status", "published_at"])
        self.record("published", by=by, version=self.version)

    @transaction.atomic
    def discard(self, *, by):
        """Throw the draft away; what is in force stands as before."""
        self._lock_draft()
        self.delete()

    @transaction.atomic
    def give_up(self, *, by):
        """The task force uses the default form again; a draft of its own goes, too."""
        self._lock()
        if not self.can_be_given_up:
            raise ValidationError(_("This form is no longer in force."))
        self._siblings().filter(status=self.Status.DRAFT).delete()
        self.status = self.Status.RETIRED
        self.save(update_fields=["status"])
        self.record("given_up", by=by, version=self.version)

    # -- Inside

    def _siblings(self):
        """All versions of the same form."""
        return type(self).objects.filter(task_force=self.task_force_id)

    def _lock(self):
        type(self).objects.lock_of(self.task_force)
        try:
            self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=["self"]))
        except type(self).DoesNotExist:
            raise Overtaken(_("Somebody else has thrown this draft away meanwhile.")) from None

    def _lock_draft(self):
        self._lock()
        if not self.is_draft:
            raise Overtaken(_("Somebody else has published this draft meanwhile."))
