"""Registration: the seats of an event are given in the order people come; the others wait, and move up."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.models.registration import Registration

LONGEST_ANSWER = 1000


class Registering(models.Model):
    """An event people register for."""

    class Meta:
        abstract = True

    @property
    def closes_at(self):
        """The last moment of registration."""
        return self.registers_until or self.ends_at

    @property
    def takes_registrations(self):
        """Whether one may still register; when all seats are taken one waits."""
        return self.is_open and self.closes_at > timezone.now()

    @cached_property
    def numbers(self):
        """{state: how many}, of those registered and waiting; known already where `with_numbers` has loaded it."""
        if hasattr(self, "number_registered"):
            return {"registered": self.number_registered, "waiting": self.number_waiting}
        return self.registrations.numbers()

    @property
    def free_seats(self):
        """How many can still register without waiting; None without limit."""
        return None if self.seats is None else max(self.seats - self.numbers["registered"], 0)

    @property
    def is_full(self):
        return self.free_seats == 0

    def registration_of(self, person):
        """Her Registration, also one she withdrew, or None."""
        return self.registrations.filter(person=person).first() if person.is_authenticated else None

    @transaction.atomic
    def register(self, answers=(), *, by):
        """`by` takes a seat or, when all are taken, the last place of the waiting list; returns the Registration.

        `answers` stand in the order of the questions. Whoever is registered or waits already stays as she is. Raises
        ValidationError when registration is over, or the event is not for her.
        """
        self._lock()
        found = self.registration_of(by)
        if found and found.is_open:
            return found
        if not self.takes_registrations:
            raise ValidationError(_("Registration is over."))
        if not type(self).objects.visible_to(by).filter(pk=self.pk).exists():
            raise ValidationError(_("Only those who are let into the room can register."))
        numbers = self.registrations.numbers()
        has_seat = self.seats is None or numbers["registered"] < self.seats
        State = Registration.State
        registration = found or Registration(event=self, person=by)
        registration.state = State.REGISTERED if has_seat else State.WAITING
        registration.answers = self._answered(answers)
        registration.since = timezone.now()
        registration.save()
        registration.record("registered" if has_seat else "queued", by=by)
        return registration

    def _answered(self, answers):
        """[[question, answer]]: they are read together, also when the questions change."""
        typed = [str(answer).strip()[:LONGEST_ANSWER] for answer in answers]
        return [[question, answer] for question, answer in zip(self.questions, typed, strict=False) if answer]

    def _move_up(self, *, by):
        """Those who wait longest get the seats that are free. Call it with the event locked."""
        if not self.is_open:
            return
        waiting = self.registrations.waiting()
        if self.seats is not None:
            waiting = waiting[: max(self.seats - self.registrations.numbers()["registered"], 0)]
        for registration in waiting:
            registration.state = Registration.State.REGISTERED
            registration.save(update_fields=["state"])
            registration.record("moved_up", by=by)

    def _require_seats_for_those_registered(self):
        taken = self.registrations.numbers()["registered"]
        if self.seats is not None and self.seats < taken:
            sentence = ngettext(
                "%(number)d person is registered already.", "%(number)d people are registered already.", taken
            )
            raise ValidationError({"seats": sentence % {"number": taken}})
