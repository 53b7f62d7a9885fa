"""An organisation's standing in the Initiative, and the verbs that change it."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Standing(models.Model):
    """Candidate, partner or member, suspended, left."""

    class Status(models.TextChoices):
        CANDIDATE = "candidate", _("candidate")
        PARTNER = "partner", _("partner")
        MEMBER = "member", _("member")
        SUSPENDED = "suspended", _("suspended")
        LEFT = "left", _("left")

    IN_FORCE = (Status.PARTNER, Status.MEMBER)

    status = models.CharField(_("status"), max_length=12, choices=Status.choices, default=Status.CANDIDATE)
    status_since = models.DateTimeField(_("status since"), default=timezone.now, editable=False)
    joined_on = models.DateField(_("joined on"), null=True, blank=True)
    status_reason = models.TextField(_("reason"), blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_in_force(self):
        """Whether it is partner or member now."""
        return self.status in self.IN_FORCE

    @property
    def can_be_suspended(self):
        return self.is_in_force

    @property
    def can_leave(self):
        return self.status not in (self.Status.LEFT, self.Status.CANDIDATE)

    def can_be_admitted_as(self, status):
        """Whether `status`, partner or member, is open to it: a commercial body can never be a member."""
        if status not in self.IN_FORCE or status == self.status or self.is_merged:
            return False
        return status != self.Status.MEMBER or self.nature != self.Nature.COMMERCIAL

    @transaction.atomic
    def admit(self, status, *, by, reason="", by_application=False):
        """Make it a partner or a member, from whatever it was; `by_application`: its applicant is told in other words.

        Raises ValidationError when that status is not open to it.
        """
        self._lock()
        if not self.can_be_admitted_as(status):
            if status == self.Status.MEMBER and self.nature == self.Nature.COMMERCIAL:
                raise ValidationError(_("A commercial body can be a partner, never a member."))
            raise ValidationError(_("The organisation already has this status, or it cannot be given."))
        self.joined_on = self.joined_on or timezone.localdate()
        self._move(status, "admitted", by=by, reason=reason, by_application=by_application)

    @transaction.atomic
    def suspend(self, *, by, reason):
        """Close the house to its people until further notice."""
        self._lock()
        if not self.can_be_suspended:
            raise ValidationError(_("Only a partner or a member can be suspended."))
        self._move(self.Status.SUSPENDED, "suspended", by=by, reason=reason)

    @transaction.atomic
    def leave(self, *, by, reason):
        """It leaves the Initiative. Its people lose what they held in its name with their next request."""
        self._lock()
        if not self.can_leave:
            raise ValidationError(_("This organisation is not in the Initiative."))
        self._move(self.Status.LEFT, "left", by=by, reason=reason)

    def _lock(self):
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())

    def _move(self, status, verb, *, by, reason, **data):
        before = self.status
        self.status, self.status_reason, self.status_since = status, reason, timezone.now()
        self.save(update_fields=["status", "status_reason", "status_since", "joined_on"])
        self.record(verb, by=by, before=before, after=status, reason=reason, **data)
