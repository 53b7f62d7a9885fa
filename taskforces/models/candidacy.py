"""Standing for a leading seat: the call it answers, what the members say of it, where it stands."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from taskforces.models.consultation import CandidateComment, CandidateSupport
from taskforces.models.roles import Role


class Candidacy(models.Model):
    """An application for a leading seat, on which the members of the task force are heard."""

    class Stage(models.TextChoices):
        """What the dates make of an undecided candidacy: not stored, so no job has to move it."""

        CANDIDATE = "candidate", pgettext_lazy("of an application", "candidate")
        IN_CONSULTATION = "in_consultation", _("in consultation")

    call = models.ForeignKey(
        "taskforces.Call",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="candidates",
        verbose_name=_("call for information"),
    )

    class Meta:
        abstract = True

    @property
    def is_candidacy(self):
        """Whether a leading seat is asked for."""
        return self.role != Role.MEMBER

    @property
    def consultation(self):
        """The window in which the members are heard, or None."""
        return getattr(self.call, "consultation", None) if self.call_id else None

    @property
    def is_in_consultation(self):
        """Whether the members are heard about it now."""
        return bool(self.can_be_nominated and self.consultation and self.consultation.is_open)

    @property
    def stage(self):
        """Where an undecided candidacy stands now; None for anything else."""
        if not self.can_be_nominated:
            return None
        return self.Stage.IN_CONSULTATION if self.is_in_consultation else self.Stage.CANDIDATE

    @property
    def can_state(self):
        """Whether the candidate may still write her statement."""
        return bool(self.can_be_nominated and self.call_id and self.call.is_running)

    @transaction.atomic
    def support(self, *, by):
        """Say that this candidate should be nominated; whoever says it twice has said it once."""
        self._lock_consulted(by)
        _support, is_new = CandidateSupport.objects.get_or_create(application=self, person=by)
        if is_new:
            self.record("supported", by=by)

    @transaction.atomic
    def take_back_support(self, *, by):
        """No longer support this candidate, while the consultation is open."""
        self._lock_consulted(by)
        taken_back, _rows = CandidateSupport.objects.filter(application=self, person=by).delete()
        if taken_back:
            self.record("support_taken_back", by=by)

    @transaction.atomic
    def comment(self, text, *, by):
        """Say something about this candidate, in place of what was said before; an empty text takes it back."""
        self._lock_consulted(by)
        own = CandidateComment.objects.filter(application=self, author=by)
        if not text.strip():
            if own.delete()[0]:
                self.record("comment_taken_back", by=by)
            return
        values = {"text": text.strip(), "language": get_language() or by.language, "created_at": timezone.now()}
        CandidateComment.objects.update_or_create(application=self, author=by, defaults=values)
        self.record("commented", by=by)

    def _lock_consulted(self, by):
        self._lock()
        if self.person_id == by.pk:
            raise ValidationError(_("Nobody speaks about her own candidacy."))
        if not self.is_in_consultation:
            raise ValidationError(_("The consultation on this candidate is not open."))
