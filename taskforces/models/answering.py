"""The applicant's side of an application: answers that are saved at any moment and sent once."""

from contextlib import ExitStack

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import StoredFile
from taskforces.models.call import Call
from taskforces.models.joining_form import JoiningForm
from taskforces.models.roles import Role, require_eligible

# What the applicant chooses and writes herself.
WRITTEN = ("form", "role", "region", "country", "answers")


class QuestionsChanged(ValidationError):
    """A new version of the form has been published since the applicant began."""

    def __init__(self):
        super().__init__(
            _("The questions have changed since you opened this page. What you wrote is kept; please look at it again.")
        )


class Answering(models.Model):
    """An application with its answers, {key of the question: answer}; of a file the name stands there."""

    answers = models.JSONField(_("answers"), default=dict, blank=True)

    class Meta:
        abstract = True

    @property
    def motivation(self):
        """Why she wants to join, in her words: what a card quotes."""
        return self.answers.get("motivation", "")

    @property
    def languages(self):
        """The languages she can work in, in her words."""
        return self.answers.get("languages", "")

    @property
    def answered_questions(self):
        """[(question, answer in words)] in the order of the form she answered, answered ones only."""
        answered = [(question, self.answers.get(question.key)) for question in self.form.questions_for(self.role)]
        return [(question, question.in_words(value)) for question, value in answered if value]

    @property
    def questions_now(self):
        """The version of the form that a draft is to be answered by."""
        return JoiningForm.objects.of(self.task_force)

    def save_draft(self, *, by, files=None):
        """Keep what has been typed so far; a draft is nobody's business but the applicant's, so nothing is recorded.

        `files` are CleanUploads by question. Raises ValidationError when it was sent, or the disk takes no more.
        """
        with transaction.atomic(), ExitStack() as kept:
            stored = type(self).objects.select_for_update().get(pk=self.pk)
            if not stored.is_draft or by != self.person:
                raise ValidationError(_("This application has already been sent."))
            self._keep_files(files or {}, kept, by=by)
            self.save(update_fields=[*WRITTEN, "updated_at"])

    def submit(self, *, by, files=None):
        """Send the application to those who decide.

        Raises ValidationError when it was sent before, joining is closed, the questions have changed, or the role is
        not open to the applicant.
        """
        with transaction.atomic(), ExitStack() as kept:
            written = {name: getattr(self, name) for name in WRITTEN}
            self._lock()
            for name, value in written.items():
                setattr(self, name, value)
            self._require_sendable()
            self._keep_files(files or {}, kept, by=by)
            if self.is_candidacy:
                self.call = Call.awaiting(self.task_force, self.role, self.region)
            self.status, self.submitted_at = self.Status.SUBMITTED, timezone.now()
            self.save(update_fields=[*WRITTEN, "call", "status", "submitted_at", "updated_at"])
            self.record("submitted", by=by, role=self.role)

    def _require_sendable(self):
        if not self.is_draft:
            raise ValidationError(_("This application has already been sent."))
        if not self.task_force.takes_requests:
            raise ValidationError(_("This task force does not take new members at the moment."))
        if self.form != self.questions_now:
            raise QuestionsChanged
        require_eligible(self.person, self.role, self.region)
        if self.role not in Role.open_to(self.person):
            raise ValidationError({"role": _("This role is not open to you.")})
        if self.task_force.seats.in_the_way_of(self.person, self.role, self.region).exists():
            raise ValidationError({"role": _("You already have a seat in this task force.")})

    def _keep_files(self, files, kept, *, by):
        """New files take the place of earlier ones; those that no answer speaks of go."""
        for key, upload in files.items():
            stored = kept.enter_context(StoredFile.objects.keeping(upload, by=by))
            self.files.filter(key=key).discard()
            self.files.create(key=key, stored=stored)
            self.answers[key] = stored.name
        self.files.exclude(key__in=self.answers).discard()
