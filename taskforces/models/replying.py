"""What becomes of a question from outside: confirmed, answered, published, or set aside."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.stamps import stamp_of

LONGEST_ANSWER = 6000


class Replying(models.Model):
    """A question that is answered once, and perhaps shown to everybody."""

    draft = models.TextField(_("draft of the answer"), max_length=LONGEST_ANSWER, blank=True, editable=False)
    answer = models.TextField(_("answer"), max_length=LONGEST_ANSWER, blank=True, editable=False)
    answer_language = models.CharField(
        _("language of the answer"), max_length=2, choices=settings.LANGUAGES, blank=True, editable=False
    )
    closed_at = models.DateTimeField(_("answered or set aside"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("answered by"),
    )
    why = models.CharField(_("why it was set aside"), max_length=10, blank=True, editable=False)
    reason = models.TextField(_("reason"), max_length=1000, blank=True, editable=False)
    published_at = models.DateTimeField(_("published"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_answered(self):
        return self.is_waiting

    can_be_set_aside = can_be_answered

    @property
    def is_answered(self):
        return self.status == self.Status.ANSWERED

    @property
    def is_published(self):
        return self.published_at is not None

    @property
    def can_be_published(self):
        """Whether it is answered, and whoever asked agreed."""
        return self.is_answered and self.may_be_published and not self.is_published

    @property
    def why_in_words(self):
        return self.Why(self.why).label if self.why else ""

    @transaction.atomic
    def confirm(self, *, by=None):
        """The address is the asker's: the question goes to the task force. Confirmed twice, nothing happens."""
        self._lock()
        if not self.can_be_confirmed:
            return
        self.status, self.confirmed_at = self.Status.WAITING, timezone.now()
        self.save(update_fields=["status", "confirmed_at"])
        self.record("confirmed", by=by)

    @property
    def draft_stamp(self):
        """Which draft a page was made from."""
        return stamp_of(self.draft)

    @transaction.atomic
    def save_draft(self, text, *, by, seen=None):
        """Keep what has been typed so far; a draft is nobody's business but of those who answer.

        `seen` is the stamp of the draft the page was made from. Raises ValidationError when somebody else has saved
        another one since.
        """
        self._lock_waiting(by)
        if seen is not None and seen != self.draft_stamp:
            raise ValidationError(
                _("Somebody else has saved a draft since you opened this page. Save again to replace it.")
            )
        self.draft = text[:LONGEST_ANSWER]
        self.save(update_fields=["draft"])

    @transaction.atomic
    def reply(self, text, *, language, publish=False, by):
        """Answer it: the asker gets the words by mail, everybody reads them if `publish` and she agreed.

        Raises ValidationError when somebody was faster, naming her.
        """
        if not text.strip():
            raise ValidationError({"text": _("Write an answer.")})
        self._lock_waiting(by)
        self.answer, self.answer_language, self.draft = text.strip(), language, ""
        self.published_at = timezone.now() if publish and self.may_be_published else None
        self._close(self.Status.ANSWERED, ["answer", "answer_language", "draft", "published_at"], by=by)
        self.record("answered", by=by, published=self.is_published)

    @transaction.atomic
    def set_aside(self, why, reason="", *, by):
        """It gets no answer here; whoever asked hears why, unless it was advertising."""
        if why not in self.Why.values:
            raise ValidationError({"why": _("Say why.")})
        self._lock_waiting(by)
        self.why, self.reason, self.draft = why, reason.strip(), ""
        self._close(self.Status.SET_ASIDE, ["why", "reason", "draft"], by=by)
        self.record("set_aside", by=by, why=why)

    @transaction.atomic
    def publish(self, *, by):
        """Show the question and its answer to everybody. Raises ValidationError unless the asker agreed."""
        self._lock()
        if self.is_published:
            return
        if not self.can_be_published:
            raise ValidationError(_("Only answers whose asker agreed can be published."))
        self.published_at = timezone.now()
        self.save(update_fields=["published_at"])
        self.record("published", by=by)

    @transaction.atomic
    def unpublish(self, *, by):
        """Nobody reads it any more but the asker and those who answer."""
        self._lock()
        if not self.is_published:
            return
        self.published_at = None
        self.save(update_fields=["published_at"])
        self.record("unpublished", by=by)

    def _close(self, status, fields, *, by):
        self.status, self.closed_at, self.closed_by = status, timezone.now(), by
        self.save(update_fields=["status", "closed_at", "closed_by", *fields])

    def _lock_waiting(self, by):
        self._lock()
        if self.is_waiting:
            return
        if self.closed_by and self.closed_by != by:
            raise ValidationError(
                _("%(name)s was faster: this question is now %(state)s."),
                params={"name": self.closed_by, "state": self.get_status_display()},
            )
        raise ValidationError(_("This question does not wait for an answer."))
