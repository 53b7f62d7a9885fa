"""One person at one event: with a seat, waiting for one, or withdrawn; and whether she was there."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from core.models import Recorded
from spaces.models import Space


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own, and those of the events she organises; all for the secretariat."""
        if user.has_perm("events.view_registration"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(Q(person=user) | Q(event__space__in=Space.objects.moderated_by(user)))

    def open(self):
        """With a seat or waiting."""
        return self.exclude(state=self.model.State.WITHDRAWN)

    def registered(self):
        """With a seat, in the order they came."""
        return self.filter(state=self.model.State.REGISTERED).order_by("since", "pk")

    def waiting(self):
        """Without a seat, the next one first."""
        return self.filter(state=self.model.State.WAITING).order_by("since", "pk")

    def numbers(self):
        """{state: how many}, of those with a seat and those waiting: one query."""
        State = self.model.State
        return self.aggregate(
            registered=Count("pk", filter=Q(state=State.REGISTERED)), waiting=Count("pk", filter=Q(state=State.WAITING))
        )


class Registration(Recorded, models.Model):
    """What one person said about coming to an event."""

    class State(models.TextChoices):
        REGISTERED = "registered", pgettext_lazy("for an event", "registered")
        WAITING = "waiting", pgettext_lazy("for an event", "on the waiting list")
        WITHDRAWN = "withdrawn", pgettext_lazy("for an event", "withdrawn")

    event = models.ForeignKey(
        "events.Event", on_delete=models.CASCADE, related_name="registrations", verbose_name=_("event")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="registrations", verbose_name=_("person")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices)
    answers = models.JSONField(_("answers"), default=list, blank=True)
    # Who came first is served first; whoever withdrew and comes again comes last.
    since = models.DateTimeField(pgettext_lazy("for an event", "registered on"), default=timezone.now)
    was_present = models.BooleanField(_("was there"), null=True, blank=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = _("registration")
        verbose_name_plural = _("registrations")
        ordering = ["since", "pk"]
        default_permissions = ["view"]
        permissions = [("withdraw_registration", _("Can withdraw a registration"))]
        indexes = [models.Index(fields=["event", "state", "since", "id"], name="registration_in_order")]
        constraints = [
            models.UniqueConstraint(fields=["event", "person"], name="one_registration_per_event"),
            models.CheckConstraint(
                condition=Q(was_present=None) | Q(state="registered"), name="only_the_registered_are_noted_as_present"
            ),
        ]

    def __str__(self):
        return f"{self.person} · {self.event}"

    def get_absolute_url(self):
        return self.event.get_absolute_url()

    @property
    def is_open(self):
        """Whether she has a seat or waits for one."""
        return self.state != self.State.WITHDRAWN

    @property
    def is_registered(self):
        return self.state == self.State.REGISTERED

    @property
    def is_waiting(self):
        return self.state == self.State.WAITING

    @property
    def can_be_withdrawn(self):
        """Until the event is over."""
        return self.is_open and self.event.is_open

    @property
    def place_in_line(self):
        """Her place on the waiting list, from 1."""
        before = Q(since__lt=self.since) | Q(since=self.since, pk__lt=self.pk)
        return self.event.registrations.waiting().filter(before).count() + 1

    @transaction.atomic
    def withdraw(self, *, by):
        """She does not come; what she answered is forgotten, and the next one who waits gets the seat."""
        # Seats are given and taken under the lock of the event, never under that of one row.
        self.event._lock()
        self.refresh_from_db(fields=["state", "since", "was_present"])
        if not self.can_be_withdrawn:
            raise ValidationError(_("This registration has already been withdrawn, or the event is over."))
        self.state, self.answers, self.was_present = self.State.WITHDRAWN, [], None
        self.save(update_fields=["state", "answers", "was_present"])
        self.record("withdrawn", by=by)
        self.event._move_up(by=by)
