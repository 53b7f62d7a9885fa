"""The mandate of a leading seat: two years, unless set otherwise; renewed by the secretariat, or over."""

from calendar import monthrange
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taskforces.models.roles import Role, require_eligible

# So long before the end of a mandate its holder and the secretariat hear of it.
REMIND_BEFORE = timedelta(days=60)


def within_mandate():
    """SQL condition: the seat's mandate has no end, or its end lies ahead."""
    return models.Q(expires_at=None) | models.Q(expires_at__gt=timezone.now())


def end_of_mandate(since):
    """When a mandate of the usual length ends that begins at `since`."""
    year = since.year + settings.MANDATE_YEARS
    return since.replace(year=year, day=min(since.day, monthrange(year, since.month)[1]))


class Mandate(models.Model):
    """A seat held until a moment. Without that moment it is held as long as its person likes."""

    expires_at = models.DateTimeField(_("mandate until"), null=True, blank=True, editable=False)
    renewal_wished_at = models.DateTimeField(_("would go on, said"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_lapsed(self):
        """Whether its mandate has ended and it is still open."""
        return self.is_open and self.expires_at is not None and self.expires_at <= timezone.now()

    @property
    def is_expiring(self):
        """Whether its mandate ends within 60 days."""
        now = timezone.now()
        return self.is_open and self.expires_at is not None and now < self.expires_at <= now + REMIND_BEFORE

    @property
    def can_be_renewed(self):
        """Whether it has a mandate to renew: leaders and representatives do, team members stay as long as they like."""
        return self.is_open and self.role != Role.MEMBER

    @property
    def can_be_wished(self):
        """Whether its holder may say that she would go on: from 60 days before the end until somebody has decided.

        Not while nothing stands behind the seat: it could not be renewed.
        """
        return (self.is_expiring or self.is_lapsed) and self.renewal_wished_at is None and not self.is_lost

    @transaction.atomic
    def renew(self, *, by, expires_at=None):
        """Let the mandate run on for its usual length, or until `expires_at`.

        Raises ValidationError when it has ended, has no mandate, or its person may no longer hold it.
        """
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if not self.can_be_renewed:
            raise ValidationError(_("Only open seats of leaders and representatives have a mandate to renew."))
        require_eligible(self.person, self.role, self.region)
        now = timezone.now()
        expires_at = expires_at or end_of_mandate(max(now, self.expires_at or now))
        if expires_at <= now:
            raise ValidationError({"expires_at": _("The end must lie ahead.")})
        self.expires_at, self.renewal_wished_at = expires_at, None
        self.save(update_fields=["expires_at", "renewal_wished_at"])
        self.record("renewed", by=by, until=expires_at.isoformat())

    @transaction.atomic
    def wish_renewal(self, *, by):
        """Its holder would go on; the secretariat renews the mandate, or not."""
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update())
        if by != self.person:
            raise ValidationError(_("Only the holder of a seat says whether she would go on."))
        if not self.can_be_wished:
            raise ValidationError(_("This mandate does not end soon, or you have said so already."))
        self.renewal_wished_at = timezone.now()
        self.save(update_fields=["renewal_wished_at"])
        self.record("renewal_wished", by=by)
