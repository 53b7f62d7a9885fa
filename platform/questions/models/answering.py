"""What experts and the asker write below a question."""

import uuid

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.limits import wait_for_turn
from questions.models.limits import require_may_follow_up


class Answering(models.Model):
    """A Question that is answered."""

    class Meta:
        abstract = True

    @transaction.atomic
    def answer(self, text, *, language, key=None, by):
        """An expert answers; the asker is told. Returns the Answer, the first one of a form that is sent twice."""
        self._lock()
        answers = apps.get_model("questions.Answer").objects
        if made := answers.filter(key=key, author__person=by).first():
            return made
        if not self.can_be_answered:
            raise ValidationError(_("This question has been closed or withdrawn."))
        author = apps.get_model("questions.Expert").objects.in_force().filter(person=by).first()
        if author is None or self.asker_id == by.pk:
            raise ValidationError(_("Only experts answer, and nobody answers the own question."))
        answer = answers.model(question=self, author=author, text=text.strip(), language=language)
        answer.key = new_key(answers, key)
        answer.full_clean(exclude=["question", "author"], validate_constraints=False)
        answer.save()
        if self.answered_at is None:
            self.status, self.answered_at = self.Status.ANSWERED, answer.answered_at
            self.save(update_fields=["status", "answered_at"])
        answer.record("given", by=by)
        return answer

    @transaction.atomic
    def follow_up(self, text, *, language, key=None, by):
        """The asker or an expert writes below it; the other side is told. Returns the FollowUp, once for each form."""
        wait_for_turn(by)
        self._lock()
        follow_ups = apps.get_model("questions.FollowUp").objects
        if made := follow_ups.filter(key=key, author=by).first():
            return made
        if not self.can_be_followed_up:
            raise ValidationError(_("This question has been closed or withdrawn."))
        require_may_follow_up(by)
        follow_up = follow_ups.model(question=self, author=by, text=text.strip(), language=language)
        follow_up.key = new_key(follow_ups, key)
        follow_up.full_clean(exclude=["question", "author"], validate_constraints=False)
        follow_up.save()
        follow_up.record("written", by=by)
        return follow_up

    @transaction.atomic
    def remind(self, *, by=None):
        """The secretariat hears once that nobody has answered. Returns whether it was told now."""
        self._lock()
        is_late = self.status == self.Status.OPEN and type(self).objects.unanswered().filter(pk=self.pk).exists()
        activity = apps.get_model("core.Activity").objects
        if not is_late or activity.about(self).filter(verb="reminded").exists():
            return False
        self.record("reminded", by=by, days=(timezone.now() - self.asked_at).days)
        return True


def new_key(rows, key):
    """`key`, or a new one where there is none or somebody else used it."""
    return uuid.uuid4() if key is None or rows.filter(key=key).exists() else key
