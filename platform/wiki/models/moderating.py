"""What moderators do with a page: protect it, remove it for a reason, bring it back. Nothing is destroyed."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Moderating(models.Model):
    """A page that is looked after."""

    class Meta:
        abstract = True

    @property
    def can_be_protected(self):
        return self.is_standing and not self.is_protected

    @property
    def can_be_unprotected(self):
        return self.is_standing and self.is_protected

    @property
    def can_be_removed(self):
        return self.is_standing

    @property
    def can_be_brought_back(self):
        return not self.is_standing

    @transaction.atomic
    def protect(self, *, by):
        """Only moderators edit it from now on. Said twice, nothing happens."""
        self._set_protected(by=by, is_protected=True)

    @transaction.atomic
    def unprotect(self, *, by):
        """Whoever writes in the space edits it again. Said twice, nothing happens."""
        self._set_protected(by=by, is_protected=False)

    def _set_protected(self, *, is_protected, by):
        self._lock()
        if not self.is_standing:
            raise ValidationError(_("This page has been removed."))
        if self.is_protected == is_protected:
            return
        self.is_protected = is_protected
        self.save(update_fields=["is_protected"])
        self.record("protected" if is_protected else "unprotected", by=by)

    @transaction.atomic
    def remove(self, reason, *, by):
        """Nobody but moderators reads it any more; whoever wrote at it hears why. Raises ValidationError."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: whoever wrote it will read it.")})
        self._lock()
        if not self.can_be_removed:
            raise ValidationError(_("This page has already been removed."))
        self.removed_at, self.reason = timezone.now(), reason.strip()
        self.full_clean(exclude=["space", "translation_of"], validate_constraints=False)
        self.save(update_fields=["removed_at", "reason"])
        self.record("removed", by=by)

    @transaction.atomic
    def bring_back(self, *, by):
        """It stands where it stood, as it was. Raises ValidationError."""
        self._lock()
        if not self.can_be_brought_back:
            raise ValidationError(_("This page has not been removed."))
        self.removed_at, self.reason = None, ""
        self.save(update_fields=["removed_at", "reason"])
        self.record("brought_back", by=by)
