"""What becomes of a published sheet: confirmed every year, archived for a reason, brought back."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Activity
from practices.models.reviewing import told

# B2 asks for a yearly review of what is published.
CONFIRMED_FOR = timedelta(days=365)
REMIND_AGAIN_AFTER = timedelta(days=30)


class Lasting(models.Model):
    """A sheet that stays true, or goes."""

    class Meta:
        abstract = True

    @property
    def is_due(self):
        """Whether a year has passed since somebody said that it holds."""
        return self.is_public and self.confirmed_at < timezone.now() - CONFIRMED_FOR

    @property
    def can_be_confirmed(self):
        return self.status == self.Status.PUBLISHED

    can_be_archived = can_be_confirmed

    @property
    def can_be_restored(self):
        return self.status == self.Status.ARCHIVED

    @property
    def archived_at(self):
        """When it was archived last, or None."""
        archived = Activity.objects.about(self).filter(verb="archived").order_by("-pk").first()
        return archived and archived.created_at

    @transaction.atomic
    def confirm(self, *, by):
        """It still holds. Raises ValidationError unless it is published."""
        self._lock()
        self._must_be(self.Status.PUBLISHED, sentence=_("Only a published datasheet is confirmed."))
        self.confirmed_at, self.reminded_at = timezone.now(), None
        self.save(update_fields=["confirmed_at", "reminded_at"])
        self.record("confirmed", by=by)

    @transaction.atomic
    def remind(self, *, by):
        """Ask its author whether it still holds. Raises ValidationError when it is not due, or she was asked lately."""
        self._lock()
        if not self.is_due:
            raise ValidationError(_("This datasheet has been confirmed within the year."))
        if self.reminded_at and self.reminded_at > timezone.now() - REMIND_AGAIN_AFTER:
            raise ValidationError(_("Its author has been reminded within the last 30 days."))
        self.reminded_at = timezone.now()
        self.save(update_fields=["reminded_at"])
        self.record("reminded", by=by)

    @transaction.atomic
    def archive(self, reason, *, by):
        """Nobody reads it any more; its address says that it was there, and why it went."""
        self._lock()
        self._must_be(self.Status.PUBLISHED, sentence=_("Only a published datasheet can be archived."))
        self.reason = told(reason, _("Give a reason: everybody reads it who looks for the sheet."))
        self.status = self.Status.ARCHIVED
        self.save(update_fields=["status", "reason"])
        self.record("archived", by=by)

    @transaction.atomic
    def restore(self, *, by):
        """It can be read again. Raises ValidationError unless it is archived."""
        self._lock()
        self._must_be(self.Status.ARCHIVED, sentence=_("This datasheet is not archived."))
        self.status, self.reason = self.Status.PUBLISHED, ""
        self.save(update_fields=["status", "reason"])
        self.record("restored", by=by)
