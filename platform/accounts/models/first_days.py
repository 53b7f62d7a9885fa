"""What somebody new is shown to begin with; it goes when she has done it, or closes it."""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

LASTS = timedelta(days=90)


class Newcomer(models.Model):
    """A person who was new once."""

    first_days_closed_at = models.DateTimeField(_("closed her first steps"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_new(self):
        """Whether she came a short while ago and has not closed what is shown to begin with."""
        return self.first_days_closed_at is None and timezone.now() - self.joined_at < LASTS

    @transaction.atomic
    def dismiss_first_days(self, *, by):
        """She needs no first steps any more. Said twice, nothing happens the second time."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if self.first_days_closed_at is not None:
            return
        self.first_days_closed_at = timezone.now()
        self.save(update_fields=["first_days_closed_at"])
        self.record("first_days_dismissed", by=by)
