"""Announcing an event, changing it, cancelling it."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.moments import FURTHEST
from spaces.models import Space

LONGEST = timedelta(days=31)
# What the organiser changes, as it is called in forms and activities.
WORDS = (
    "kind",
    "region",
    "title",
    "description",
    "starts_at",
    "ends_at",
    "place",
    "link",
    "language",
    "spoken_languages",
    "registers_until",
    "seats",
    "questions",
)


class Planning(models.Model):
    """An event as its organiser makes it."""

    class Meta:
        abstract = True

    @classmethod
    @transaction.atomic
    def plan(cls, space, *, by, **words):
        """A new event in `space`, with the `WORDS` it is made of; it is open to registration at once.

        Raises ValidationError when it has passed, is announced already, or the facts do not hold.
        """
        # Whoever sends the form twice waits here, and then finds the first one.
        Space.objects.select_for_update().get(pk=space.pk)
        words = {"language": get_language() or by.language} | words
        event = cls(space=space, organiser=by, time_zone=by.time_zone, **words)
        event._judge()
        twins = space.open_events.exclude(status=cls.Status.CANCELLED)
        if twins.filter(title=event.title, starts_at=event.starts_at).exists():
            raise ValidationError(_("This event has already been announced."))
        event.save()
        event.record("planned", by=by, kind=event.kind)
        return event

    @transaction.atomic
    def change(self, *, by, **words):
        """Other words, hours or seats; who waits moves up where there are more. What changes nothing leaves no trace.

        Raises ValidationError when it is over, or there would be fewer seats than people registered.
        """
        self._lock()
        if not self.can_be_changed:
            raise ValidationError(_("This event is over or cancelled: it cannot be changed any more."))
        changed = [name for name in WORDS if name in words and words[name] != getattr(self, name)]
        if not changed:
            return
        begun_at = self.starts_at
        for name in changed:
            setattr(self, name, words[name])
        self._judge(begun_at=begun_at)
        self._require_seats_for_those_registered()
        if "starts_at" in changed:
            self.reminded_at = None
        self._save("sequence", "reminded_at", *changed)
        self.record("changed", by=by, fields=changed)
        self._move_up(by=by)

    @transaction.atomic
    def cancel(self, reason, *, by):
        """It does not take place, for this reason; whoever registered or waits is told."""
        self._lock()
        if not self.can_be_cancelled:
            raise ValidationError(_("This event is over, or has already been cancelled."))
        if not reason.strip():
            raise ValidationError({"text": _("Say why.")})
        self.status, self.cancelled_at, self.reason = self.Status.CANCELLED, timezone.now(), reason.strip()
        self._save("status", "cancelled_at", "reason", "sequence")
        self.record("cancelled", by=by)

    def _judge(self, *, begun_at=None):
        """Raise ValidationError, by field, for facts that do not hold; `begun_at`: what its hour was before."""
        now = timezone.now()
        if self.starts_at != begun_at and self.starts_at <= now:
            raise ValidationError({"starts_at": _("This date has already passed.")})
        if self.ends_at >= FURTHEST:
            raise ValidationError({"ends_at": _("This date lies too far ahead.")})
        if self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("An event ends after it begins.")})
        if self.ends_at - self.starts_at > LONGEST:
            raise ValidationError({"ends_at": _("An event lasts for a month at most.")})
        if self.registers_until and self.registers_until > self.ends_at:
            raise ValidationError({"registers_until": _("Registration cannot go on after the event.")})
        if self.kind in self.REGIONAL and self.region is None:
            raise ValidationError({"region": _("A regional meeting or forum needs its region.")})
        self.full_clean(exclude=["status"], validate_constraints=False)
