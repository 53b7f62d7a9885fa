"""Finding a date: two to five are proposed, everybody says when she has time, the organiser fixes one."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Activity
from core.moments import FURTHEST
from events.models.participation import Participation

MOST_DATES = 5


class MeetingDate(models.Model):
    """One date that was proposed."""

    meeting = models.ForeignKey(
        "events.Meeting", on_delete=models.CASCADE, related_name="dates", verbose_name=_("meeting")
    )
    starts_at = models.DateTimeField(_("begins"))

    class Meta:
        verbose_name = _("proposed date")
        verbose_name_plural = _("proposed dates")
        ordering = ["starts_at"]
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["meeting", "starts_at"], name="each_date_is_proposed_once")]

    def __str__(self):
        return f"{self.starts_at:%Y-%m-%d %H:%M}"


class Availability(models.Model):
    """Whether somebody has time on a proposed date."""

    class Answer(models.TextChoices):
        YES = "yes", _("yes")
        IF_NEED_BE = "if_need_be", _("if need be")
        NO = "no", _("no")

    date = models.ForeignKey(
        MeetingDate, on_delete=models.CASCADE, related_name="availabilities", verbose_name=_("date")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="availabilities", verbose_name=_("person")
    )
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices)
    answered_at = models.DateTimeField(_("answered on"), default=timezone.now)

    class Meta:
        verbose_name = _("availability")
        verbose_name_plural = _("availabilities")
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["date", "person"], name="one_availability_per_date")]

    def __str__(self):
        return f"{self.date_id} · {self.person_id} · {self.answer}"


class Dating(models.Model):
    """A meeting on its way to a date."""

    class Meta:
        abstract = True

    @property
    def is_proposed(self):
        return self.status == self.Status.PROPOSED

    can_be_fixed = takes_availability = is_proposed

    @property
    def can_be_moved(self):
        """Whether it has a date that is still to come or just running."""
        return self.status == self.Status.FIXED and not self.has_ended

    @transaction.atomic
    def give_availability(self, answers, *, by):
        """Keep when `by` has time: {proposed date: answer}. Said again, the later words count.

        Raises ValidationError when the date has been fixed meanwhile, or she is not invited.
        """
        self._lock()
        if not self.takes_availability:
            raise ValidationError(_("The date has been fixed, or the meeting was cancelled."))
        self._require_invited(by)
        # Asked after the lock: other dates may have been proposed meanwhile.
        proposed = set(self.dates.values_list("pk", flat=True))
        wrong = [date for date, answer in answers.items() if date.pk not in proposed or answer not in ANSWERS]
        if wrong or not answers:
            raise ValidationError(_("Answer for the dates that are proposed."))
        for date, answer in answers.items():
            Availability.objects.update_or_create(
                date=date, person=by, defaults={"answer": answer, "answered_at": timezone.now()}
            )
        self.record("availability_given", by=by)

    @transaction.atomic
    def propose_anew(self, dates, *, by):
        """`dates` in place of those proposed; what was said of a date that stays is kept, and everybody is told.

        Raises ValidationError as `plan` does, and when these dates are proposed already.
        """
        self._lock_proposed()
        dates, before = judged_dates(dates), set(self.dates.values_list("starts_at", flat=True))
        if set(dates) == before:
            raise ValidationError({"date_1": _("These dates are proposed already.")})
        self.dates.exclude(starts_at__in=dates).delete()
        MeetingDate.objects.bulk_create(
            MeetingDate(meeting=self, starts_at=each) for each in dates if each not in before
        )
        self._save()
        self.record("proposed_anew", by=by)

    @transaction.atomic
    def fix(self, date, *, by):
        """It is on this proposed date. Who said yes to that comes, who said no does not, unless they say more."""
        self._lock_proposed()
        if not self.dates.filter(pk=date.pk).exists():
            raise ValidationError(_("Choose one of the dates that are proposed."))
        if date.starts_at <= timezone.now():
            raise ValidationError(_("This date has already passed."))
        self.status, self.starts_at = self.Status.FIXED, date.starts_at
        self._save("status", "starts_at", "sequence")
        follows = {
            Availability.Answer.YES: Participation.Answer.COMES,
            Availability.Answer.NO: Participation.Answer.AWAY,
        }
        for each in date.availabilities.filter(answer__in=follows):
            Participation.objects.update_or_create(
                meeting=self, person_id=each.person_id, defaults={"answer": follows[each.answer]}
            )
        self.record("fixed", by=by)

    @transaction.atomic
    def move(self, starts_at, *, by):
        """The meeting is at another moment; everybody is asked anew whether she comes."""
        self._lock()
        if not self.can_be_moved:
            raise ValidationError(_("Only a meeting that is still to come can be moved."))
        if starts_at == self.starts_at:
            raise ValidationError({"starts_at": _("This is the date it has.")})
        if starts_at <= timezone.now():
            raise ValidationError({"starts_at": _("This date has already passed.")})
        if starts_at >= FURTHEST:
            raise ValidationError({"starts_at": _("This date lies too far ahead.")})
        before, self.starts_at, self.reminded_at = self.starts_at, starts_at, None
        self._save("starts_at", "reminded_at", "sequence")
        self.participations.update(answer="", answered_at=None)
        self.record("moved", by=by, before=before.isoformat(), after=starts_at.isoformat())

    def _lock_proposed(self):
        self._lock()
        if not self.can_be_fixed:
            raise ValidationError(self._said_first("fixed", _("The date has already been fixed.")))

    def _said_first(self, verb, sentence):
        """The `sentence`, with who was first where that is known."""
        first = Activity.objects.about(self).filter(verb=verb).select_related("actor").first()
        if first is None or first.actor is None:
            return sentence
        return _("%(sentence)s It was done by %(name)s.") % {"sentence": sentence, "name": first.actor}

    def _require_invited(self, person):
        if not self.is_inviting_now(person):
            raise ValidationError(_("Only those who are invited answer."))


ANSWERS = set(Availability.Answer.values)


def judged_dates(dates):
    """The `dates` in order. Raises ValidationError unless they are one to five, different and to come."""
    if not dates:
        raise ValidationError({"date_1": _("Give at least one date.")})
    if len(dates) > MOST_DATES:
        raise ValidationError(_("Propose at most five dates."))
    if len(set(dates)) < len(dates):
        raise ValidationError(_("The same date stands there twice."))
    if min(dates) <= timezone.now():
        raise ValidationError(_("A date has already passed."))
    if max(dates) >= FURTHEST:
        raise ValidationError(_("A date lies too far ahead."))
    return sorted(dates)
