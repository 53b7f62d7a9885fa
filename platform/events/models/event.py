"""An open event in a space: whoever reads the room registers; when all seats are taken one waits."""

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from accounts.models.user import validate_time_zone
from core.models import Recorded
from events.clock import span
from events.models.event_finding import EventQuerySet
from events.models.planning import Planning
from events.models.registering import Registering
from events.models.reporting import Reporting
from spaces.models import Space

MOST_QUESTIONS = 5
MOST_SEATS = 100_000


class Event(Recorded, Planning, Registering, Reporting, models.Model):
    """Something that happens once, in a place or by video, open to those who read the room."""

    class Kind(models.TextChoices):
        THEMATIC = "thematic", _("thematic event")
        AWARENESS = "awareness", _("awareness event")
        WEBINAR = "webinar", _("webinar")
        CHAT = "chat", _("open conversation")
        REGIONAL_MEETING = "meeting", _("regional meeting")
        REGIONAL_FORUM = "forum", _("regional forum")

    # The strategic objectives each kind counts towards, by code.
    COUNTS_TOWARDS = {
        Kind.THEMATIC: ("A3",),
        Kind.AWARENESS: ("C1",),
        Kind.WEBINAR: (),
        Kind.CHAT: (),
        Kind.REGIONAL_MEETING: ("A4", "D2"),
        Kind.REGIONAL_FORUM: ("A4", "D2"),
    }
    REGIONAL = (Kind.REGIONAL_MEETING, Kind.REGIONAL_FORUM)

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("an event", "planned")
        CANCELLED = "cancelled", pgettext_lazy("an event", "cancelled")

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="open_events", verbose_name=_("space"))
    kind = models.CharField(_("kind of event"), max_length=10, choices=Kind.choices)
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"parent": None},
        verbose_name=_("region"),
    )
    title = models.CharField(_("title"), max_length=150)
    description = models.TextField(_("description"), max_length=10_000)
    language = models.CharField(_("language of the description"), max_length=2, choices=settings.LANGUAGES)
    spoken_languages = ArrayField(
        models.CharField(max_length=3), size=10, default=list, blank=True, verbose_name=_("languages spoken")
    )
    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"))
    time_zone = models.CharField(
        _("time zone of the event"), max_length=64, default="UTC", validators=[validate_time_zone]
    )
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("join link"), max_length=500, blank=True)
    organiser = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="organised_events", verbose_name=_("organiser")
    )
    registers_until = models.DateTimeField(_("registration until"), null=True, blank=True)
    seats = models.PositiveIntegerField(
        pgettext_lazy("at an event", "seats"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)],
    )
    questions = ArrayField(
        models.CharField(max_length=200),
        size=MOST_QUESTIONS,
        default=list,
        blank=True,
        verbose_name=_("questions to those who register"),
    )
    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.PLANNED, editable=False)
    # What calendars recognise it by, and how often what they show has changed.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(pgettext_lazy("an event", "announced"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason of the cancellation"), blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ["-starts_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("plan_event", _("Can announce events in a space")),
            ("organise_event", _("Can change and cancel an event, and see who registered")),
            ("register_event", _("Can register for an event")),
            ("join_event", _("Can read the join link of an event")),
        ]
        indexes = [
            models.Index(fields=["space", "-changed_at", "-id"], name="event_of_space"),
            models.Index(fields=["status", "ends_at"], name="event_to_come"),
            models.Index(fields=["kind", "starts_at"], name="event_of_year"),
            models.Index(fields=["region", "starts_at"], name="event_of_region"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_at__gt=models.F("starts_at")),
                name="events_end_after_they_begin",
                violation_error_message=_("An event ends after it begins."),
            ),
            models.CheckConstraint(
                condition=models.Q(registers_until=None) | models.Q(registers_until__lte=models.F("ends_at")),
                name="registration_ends_with_the_event",
                violation_error_message=_("Registration cannot go on after the event."),
            ),
            models.CheckConstraint(
                condition=models.Q(seats=None) | models.Q(seats__gte=1), name="events_have_a_seat_at_least"
            ),
            models.CheckConstraint(
                condition=~models.Q(kind__in=["meeting", "forum"]) | models.Q(region__isnull=False),
                name="regional_events_name_their_region",
                violation_error_message=_("A regional meeting or forum needs its region."),
            ),
            models.CheckConstraint(
                condition=models.Q(status="cancelled", cancelled_at__isnull=False)
                | models.Q(status="planned", cancelled_at=None),
                name="cancelled_events_know_since_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="cancelled") | models.Q(reported_at=None),
                name="cancelled_events_have_no_outcome",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:event", args=[self.pk])

    @property
    def news_note(self):
        """When it is, where the reader lives; see `spaces.contents`."""
        return pgettext("an event", "Cancelled") if self.is_cancelled else span(self.starts_at, self.ends_at)

    @property
    def about(self):
        """Its title and in whose room it is."""
        return f"{self.title} · {self.space.title}"

    @property
    def calendar_words(self):
        """What a calendar program says of it."""
        return self.description

    @property
    def counts_towards(self):
        """The codes of the strategic objectives it counts towards."""
        return self.COUNTS_TOWARDS[self.kind]

    @property
    def is_cancelled(self):
        return self.status == self.Status.CANCELLED

    @property
    def has_begun(self):
        """Whether its hour has come and it was not cancelled."""
        return not self.is_cancelled and self.starts_at <= timezone.now()

    @property
    def has_ended(self):
        return not self.is_cancelled and self.ends_at <= timezone.now()

    @property
    def is_open(self):
        """Whether it is still to come or just running."""
        return not self.is_cancelled and not self.has_ended

    can_be_changed = can_be_cancelled = is_open

    def _save(self, *names):
        """Save `names`; what calendars show has changed where "sequence" is among them."""
        if "sequence" in names:
            self.sequence += 1
        self.changed_at = timezone.now()
        self.save(update_fields=[*names, "changed_at"])

    def _lock(self):
        self.refresh_from_db(from_queryset=Event.objects.select_for_update(of=("self",)))
