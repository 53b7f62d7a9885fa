"""Whether a person may sign in: taken and given back by the secretariat, with a reason."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _


class Admissible(models.Model):
    """A person whose account can be closed for a time."""

    class Meta:
        abstract = True

    @transaction.atomic
    def deactivate(self, *, by, reason):
        """Close the account; her sessions end with their next request, what she contributed stays."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if not self.is_active:
            raise ValidationError(_("This account is not active."))
        self.is_active = False
        self.save(update_fields=["is_active"])
        self.record("deactivated", by=by, reason=reason)

    @transaction.atomic
    def reactivate(self, *, by, reason):
        """Open the account again.

        Raises ValidationError for an account that is active, or whose person was forgotten.
        """
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if self.is_active or self.is_erased:
            raise ValidationError(_("This account cannot be activated."))
        self.is_active = True
        self.save(update_fields=["is_active"])
        self.record("reactivated", by=by, reason=reason)

    @transaction.atomic
    def warn_of_silence(self, *, by):
        """Tell her that her account will be forgotten unless she signs in within a month."""
        self.record("warned_of_silence", by=by)
