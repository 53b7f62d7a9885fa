"""The decision on a proposal about the strategy: accepted in three languages, or declined with a reason."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from objectives.models.strategy import StrategyItem


def person(title):
    """A person who did something to the proposal, forgotten with her account."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=title,
    )


class ProposalDeciding(models.Model):
    """A proposal that the leader may comment on and the secretariat decides on, once."""

    comment = models.TextField(_("comment of the leader"), max_length=2000, blank=True, editable=False)
    commented_by = person(_("commented by"))
    commented_at = models.DateTimeField(_("commented"), null=True, blank=True, editable=False)
    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = person(_("decided by"))
    reason = models.TextField(_("reason"), max_length=2000, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_decided(self):
        return self.is_waiting

    @transaction.atomic
    def accept(self, *, by, texts=None, seen=None):
        """Do what is proposed: `texts` {"en": …, "fr": …, "es": …}, or None where an item is removed.

        Raises ValidationError when a language is missing, when the item is no longer as it was `seen` (a stamp), or
        when somebody was faster, naming her.
        """
        self._lock_waiting()
        if not self.is_addition:
            self.item.lock()
            if not self.item.is_current:
                raise ValidationError(_("The item has been retired meanwhile: decline the proposal."))
            if self.item.stamp != seen:
                raise ValidationError(_("The text of the item has changed meanwhile. Read it again, then decide."))
        if self.is_removal:
            self.item.put(status=StrategyItem.Status.RETIRED)
        else:
            self._write(in_columns(texts or {}))
        self._decide(self.Status.ACCEPTED, by=by)
        self.record("accepted", by=by, item=self.item_id)

    @transaction.atomic
    def decline(self, *, reason, by):
        """Say no, with the reason its author will read."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: its author will read it.")})
        self._lock_waiting()
        self._decide(self.Status.DECLINED, by=by, reason=reason.strip())
        self.record("declined", by=by)

    def _write(self, columns):
        """The new item, behind the others of its kind, or the new wording of the old one."""
        if self.item is not None:
            # What people of the task force have worded is no invented example any more.
            self.item.put(is_example=False, **columns)
            return
        others = StrategyItem.objects.filter(objective=self.objective, kind=self.kind)
        last = others.aggregate(last=models.Max("position", default=0))["last"]
        self.item = StrategyItem.objects.create(objective=self.objective, kind=self.kind, position=last + 1, **columns)

    def _lock_waiting(self):
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=["self"]))
        if not self.is_waiting:
            if self.decided_by:
                raise ValidationError(
                    _("%(name)s has already decided: %(status)s."),
                    params={"name": self.decided_by, "status": self.get_status_display()},
                )
            raise ValidationError(_("This proposal does not wait for a decision."))

    def _decide(self, status, *, by, reason=""):
        self.status, self.reason, self.decided_by, self.decided_at = status, reason, by, timezone.now()
        self.save(update_fields=["status", "reason", "decided_by", "decided_at", "item"])


def in_columns(texts):
    """{"text_en": …} of {"en": …}. Raises ValidationError for each language without text."""
    missing = {
        f"text_{code}": _("Write the text in this language, too.")
        for code, _name in settings.LANGUAGES
        if not texts.get(code, "").strip()
    }
    if missing:
        raise ValidationError(missing)
    return {f"text_{code}": texts[code].strip() for code, _name in settings.LANGUAGES}
