"""A post that somebody reports, hides, shows again or warns of; its author hears of it and may object once."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from discussions.models.post_report import PostReport

SHORT = 500


class Moderated(models.Model):
    """Words that somebody may object to."""

    hidden_at = models.DateTimeField(_("hidden"), null=True, blank=True, editable=False)
    hidden_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("hidden by"),
    )
    hidden_reason = models.CharField(_("why it was hidden"), max_length=SHORT, blank=True, editable=False)
    appeal_text = models.CharField(_("objection of the author"), max_length=SHORT, blank=True, editable=False)
    appealed_at = models.DateTimeField(_("objected"), null=True, blank=True, editable=False)
    upheld_at = models.DateTimeField(_("objection answered"), null=True, blank=True, editable=False)
    warned_at = models.DateTimeField(_("warned"), null=True, blank=True, editable=False)
    warning = models.CharField(_("warning"), max_length=SHORT, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_hidden(self):
        """Whether only its author and those who moderate read it."""
        return self.hidden_at is not None

    @property
    def can_be_hidden(self):
        return not self.is_hidden

    @property
    def can_be_warned(self):
        return self.warned_at is None

    @property
    def can_be_appealed(self):
        """Its author may object to each hiding once."""
        return self.is_hidden and self.appealed_at is None

    @property
    def waits_for_answer(self):
        """Whether its author has objected and nobody has answered."""
        return self.is_hidden and self.appealed_at is not None and self.upheld_at is None

    @transaction.atomic
    def report(self, reason, *, by):
        """`by` asks those who moderate to look at it, once. Returns the PostReport."""
        self._lock()
        if self.is_hidden:
            raise ValidationError(_("This post is hidden already."))
        if self.reports.filter(reporter=by).exists():
            raise ValidationError(_("You have reported this post already. Those who moderate look at it."))
        report = PostReport(post=self, reporter=by, reason=reason.strip())
        report.full_clean(exclude=["post", "reporter"], validate_constraints=False)
        report.save()
        report.record("made", by=by)
        return report

    @transaction.atomic
    def hide(self, reason, *, by):
        """Only its author and those who moderate read it from now on; the author hears why, and may object."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: the author will read it.")})
        thread = self._lock()
        if not self.can_be_hidden:
            raise ValidationError(_("This post is hidden already."))
        self.hidden_at, self.hidden_by, self.hidden_reason = timezone.now(), by, reason.strip()
        self.appeal_text, self.appealed_at, self.upheld_at = "", None, None
        self.save(update_fields=["hidden_at", "hidden_by", "hidden_reason", "appeal_text", "appealed_at", "upheld_at"])
        thread._count()
        self.record("hidden", by=by)
        self._settle_reports(PostReport.Outcome.HIDDEN, by)

    @transaction.atomic
    def show(self, *, by):
        """Everybody reads it again; its author is told."""
        thread = self._lock()
        if not self.is_hidden:
            raise ValidationError(_("This post is not hidden."))
        self.hidden_at, self.hidden_by, self.hidden_reason = None, None, ""
        self.save(update_fields=["hidden_at", "hidden_by", "hidden_reason"])
        thread._count()
        self.record("shown", by=by)

    @transaction.atomic
    def appeal(self, words, *, by):
        """Its author objects to the hiding; somebody else than who hid it answers."""
        if not words.strip():
            raise ValidationError({"words": _("Say why the post should stand.")})
        self._lock()
        if not self.can_be_appealed:
            raise ValidationError(_("You can object once, while the post is hidden."))
        self.appeal_text, self.appealed_at = words.strip(), timezone.now()
        self.save(update_fields=["appeal_text", "appealed_at"])
        self.record("appealed", by=by)

    @transaction.atomic
    def uphold(self, *, by):
        """The objection was read: the post stays hidden. Its author is told."""
        self._lock()
        if not self.waits_for_answer:
            raise ValidationError(_("No objection waits for an answer."))
        self.upheld_at = timezone.now()
        self.save(update_fields=["upheld_at"])
        self.record("upheld", by=by)

    @transaction.atomic
    def warn(self, words, *, by):
        """Its author is told, in `words` nobody else reads, to write differently. The post stays."""
        if not words.strip():
            raise ValidationError({"words": _("Say what should be different: the author will read it.")})
        self._lock()
        if not self.can_be_warned:
            raise ValidationError(_("The author has been warned about this post already."))
        self.warning, self.warned_at = words.strip(), timezone.now()
        self.save(update_fields=["warning", "warned_at"])
        self.record("warned", by=by)
        self._settle_reports(PostReport.Outcome.WARNED, by)

    @transaction.atomic
    def dismiss_reports(self, *, by):
        """There is nothing to object to: all open reports are settled, and whoever reported is told."""
        self._lock()
        if not self._settle_reports(PostReport.Outcome.NOTHING, by):
            raise ValidationError(_("No report about this post waits."))

    def _settle_reports(self, outcome, by):
        waiting = list(self.reports.filter(settled_at=None))
        for report in waiting:
            report.settle(outcome, by=by)
        return len(waiting)
