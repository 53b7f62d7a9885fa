"""From the invitation to the minutes: who comes, who was there, what was decided; or the meeting is cancelled."""

from datetime import timedelta

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from events.invitations import people_invited
from events.models.decision import Decision, judged_owner
from events.models.participation import Participation

REMINDED_BEFORE = timedelta(days=3)


class Holding(models.Model):
    """A meeting that is held, or not."""

    class Meta:
        abstract = True

    @property
    def takes_answers(self):
        """Whether one may still say that one comes."""
        return self.status == self.Status.FIXED and not self.has_ended

    @property
    def takes_attendance(self):
        """Whether who is there may be noted, and what is said be written down."""
        return self.has_begun

    can_be_minuted = takes_attendance

    @transaction.atomic
    def answer(self, answer, *, by):
        """`by` comes, or cannot. Said again, the later word counts; the same word again changes nothing."""
        self._lock()
        if not self.takes_answers:
            raise ValidationError(_("This meeting is not to come any more, or has no date yet."))
        self._require_invited(by)
        if answer not in Participation.Answer.values:
            raise ValidationError(_("Say whether you come or cannot come."))
        participation, _created = Participation.objects.get_or_create(meeting=self, person=by)
        if participation.answer == answer and participation.answered_at:
            return
        participation.answer, participation.answered_at = answer, timezone.now()
        participation.save(update_fields=["answer", "answered_at"])
        self.record("answered", by=by)

    @transaction.atomic
    def take_attendance(self, people, *, by):
        """`people` were there, the others who were invited were not; from now on the meeting counts as held."""
        self._lock()
        if not self.takes_attendance:
            raise ValidationError(_("Who was there is noted when the meeting has begun."))
        present, expected = {person.pk for person in people}, self.expected()
        strangers = present - {person.pk for person in expected}
        if strangers:
            raise ValidationError(_("Only those who were invited can be noted."))
        for person in expected:
            Participation.objects.update_or_create(
                meeting=self, person=person, defaults={"was_present": person.pk in present}
            )
        self._hold()
        self.record("attendance_taken", by=by, number=len(present))

    def _hold(self):
        if self.status != self.Status.HELD:
            self.status = self.Status.HELD
            self._save("status")

    def expected(self):
        """Those invited now, and those who answered or were noted while they were."""
        known = models.Q(pk__in=self.participations.values("person"))
        invited = people_invited(self) & models.Q(is_active=True)
        return get_user_model().objects.filter(known | invited).order_by("name", "pk")

    @transaction.atomic
    def cancel(self, reason, *, by):
        """It does not take place, for this reason; calendars are told."""
        self._lock()
        if not self.can_be_cancelled:
            done = _("This meeting is over, or has already been cancelled.")
            raise ValidationError(self._said_first("cancelled", done))
        if not reason.strip():
            raise ValidationError({"text": _("Say why.")})
        self.status, self.cancelled_at, self.reason = self.Status.CANCELLED, timezone.now(), reason.strip()
        self._save("status", "cancelled_at", "reason", "sequence")
        self.record("cancelled", by=by)

    @transaction.atomic
    def decide(self, text, *, by, owner=None, due_on=None):
        """Write down what was decided, who sees to it and until when; returns the Decision."""
        self._lock()
        if not self.can_be_minuted:
            raise ValidationError(_("Decisions are written down when the meeting has begun."))
        if self.decisions.filter(text=text.strip(), owner=owner, due_on=due_on).exists():
            raise ValidationError(_("This decision stands there already."))
        decision = Decision(meeting=self, text=text.strip(), owner=judged_owner(owner, self), due_on=due_on)
        decision.full_clean()
        decision.save()
        decision.record("given", by=by)
        return decision

    @transaction.atomic
    def remind(self, *, by):
        """Those who come or have not answered hear that it is near, once for each date. Says whether that was due."""
        self._lock()
        near = self.status == self.Status.FIXED and timezone.now() < self.starts_at <= timezone.now() + REMINDED_BEFORE
        if self.reminded_at is not None or not near:
            return False
        self.reminded_at = timezone.now()
        self.save(update_fields=["reminded_at"])
        self.record("reminded", by=by)
        return True
