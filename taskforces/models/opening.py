"""When a task force takes requests: opened and closed by hand, and by dates."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Opening(models.Model):
    """A task force that takes requests to join, or does not at the moment."""

    is_joining_open = models.BooleanField(
        _("joining is open"), default=True, help_text=_("Within the dates, if there are any.")
    )
    joining_opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    joining_closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def joining_opens_later(self):
        """Whether it opens by itself at a moment to come."""
        return self.is_joining_open and self.joining_opens_at is not None and timezone.now() < self.joining_opens_at

    @property
    def joining_is_over(self):
        """Whether it has closed by itself."""
        return self.is_joining_open and self.joining_closes_at is not None and self.joining_closes_at <= timezone.now()

    @property
    def takes_requests(self):
        """Whether somebody may ask to join now: not closed by hand, and within the dates."""
        return self.is_joining_open and not self.joining_opens_later and not self.joining_is_over

    @property
    def joining_stamp(self):
        """Which state of the opening a page was made from."""
        moments = (self.joining_opens_at, self.joining_closes_at)
        return "|".join([str(self.is_joining_open), *(moment.isoformat() if moment else "" for moment in moments)])

    @transaction.atomic
    def set_joining(self, is_open, *, by, opens_at=None, closes_at=None, seen=None):
        """Open or close joining from now on, or between two moments.

        Raises ValidationError when it would close before it opens, or somebody else has changed it meanwhile.
        """
        fields = ["is_joining_open", "joining_opens_at", "joining_closes_at"]
        self.refresh_from_db(fields=fields, from_queryset=type(self)._base_manager.select_for_update())
        if seen is not None and seen != self.joining_stamp:
            raise ValidationError(_("Somebody else has changed this meanwhile. Look at it again, then save."))
        if opens_at and closes_at and closes_at <= opens_at:
            raise ValidationError({"closes_at": _("It must close after it opens.")})
        self.is_joining_open, self.joining_opens_at, self.joining_closes_at = is_open, opens_at, closes_at
        self.save(update_fields=fields)
        self.record("joining_set", by=by, is_open=is_open)
