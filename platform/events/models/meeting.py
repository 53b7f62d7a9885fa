"""A meeting in a space: dates are proposed, one is fixed, it is held, and what was decided is kept."""

import uuid
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.models.user import validate_time_zone
from core.models import Recorded
from events.clock import span
from events.invitations import people_invited
from events.models.dates import Dating, MeetingDate, judged_dates
from events.models.finding import MeetingQuerySet
from events.models.holding import Holding
from spaces.models import Space

# What the page of a meeting is about, as the organiser changes it.
WORDS = ("title", "agenda", "place", "link", "language", "duration_minutes")


class Meeting(Recorded, Dating, Holding, models.Model):
    """People of a space meet, somewhere or by video."""

    class Kind(models.TextChoices):
        LEADER = "leader", _("leader meeting")
        PLANNING = "planning", _("planning meeting")
        MEMBER = "member", _("member meeting")

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("dates proposed")
        FIXED = "fixed", _("date fixed")
        HELD = "held", _("held")
        CANCELLED = "cancelled", _("cancelled")

    space = models.ForeignKey(Space, on_delete=models.PROTECT, related_name="meetings", verbose_name=_("space"))
    kind = models.CharField(_("kind of meeting"), max_length=10, choices=Kind.choices)
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
    agenda = models.TextField(_("agenda"), max_length=10_000, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("join link"), max_length=500, blank=True)
    language = models.CharField(_("language of the meeting"), max_length=2, choices=settings.LANGUAGES, default="en")
    organiser = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="organised_meetings",
        verbose_name=_("organiser"),
    )
    time_zone = models.CharField(
        _("time zone of the organiser"), max_length=64, default="UTC", validators=[validate_time_zone]
    )
    duration_minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), default=90, validators=[MinValueValidator(10), MaxValueValidator(1440)]
    )
    status = models.CharField(_("state"), max_length=10, choices=Status.choices, default=Status.PROPOSED)
    starts_at = models.DateTimeField(_("begins"), null=True, blank=True, editable=False)
    # What calendars recognise it by, and how often what they show has changed.
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    created_at = models.DateTimeField(_("planned"), default=timezone.now, editable=False)
    changed_at = models.DateTimeField(_("last change"), default=timezone.now, editable=False)
    cancelled_at = models.DateTimeField(_("cancelled on"), null=True, blank=True, editable=False)
    reason = models.TextField(_("reason of the cancellation"), blank=True, editable=False)
    reminded_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        ordering = ["-starts_at", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("plan_meeting", _("Can plan meetings in a space")),
            ("organise_meeting", _("Can fix, change and cancel a meeting and write its minutes")),
            ("answer_meeting", _("Can say when she has time and whether she comes")),
            ("join_meeting", _("Can read the join link of a meeting")),
        ]
        indexes = [
            models.Index(fields=["space", "status", "starts_at"], name="meeting_of_space"),
            models.Index(fields=["status", "starts_at"], name="meeting_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status__in=["proposed", "cancelled"]) | models.Q(starts_at__isnull=False),
                name="fixed_meetings_know_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status="proposed") | models.Q(starts_at=None),
                name="proposed_meetings_have_no_date_yet",
            ),
            models.CheckConstraint(
                condition=models.Q(status="cancelled", cancelled_at__isnull=False)
                | (~models.Q(status="cancelled") & models.Q(cancelled_at=None)),
                name="cancelled_meetings_know_since_when",
            ),
            models.CheckConstraint(
                condition=models.Q(region=None) | models.Q(kind="member"),
                name="only_members_meet_by_region",
                violation_error_message=_("Only a member meeting can be that of one region."),
            ),
            models.CheckConstraint(
                condition=models.Q(duration_minutes__gte=10, duration_minutes__lte=1440),
                name="meetings_last_for_some_time",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("events:detail", args=[self.pk])

    @property
    def news_note(self):
        """When it is, where the reader lives, or that it has no date; see `spaces.contents`."""
        return span(self.starts_at, self.ends_at) if self.starts_at else _("No date yet")

    @property
    def about(self):
        """Its title and whose meeting it is."""
        return f"{self.title} · {self.space.title}"

    @property
    def calendar_words(self):
        """What a calendar program says of it."""
        return self.agenda

    @property
    def is_cancelled(self):
        return self.status == self.Status.CANCELLED

    @property
    def ends_at(self):
        return self.starts_at and self.starts_at + timedelta(minutes=self.duration_minutes)

    @property
    def has_begun(self):
        """Whether its hour has come and it was not cancelled."""
        return self.status in (self.Status.FIXED, self.Status.HELD) and self.starts_at <= timezone.now()

    @property
    def has_ended(self):
        return self.has_begun and self.ends_at <= timezone.now()

    @property
    def is_open(self):
        """Whether it is still to come: proposed, or fixed and not over."""
        return self.status == self.Status.PROPOSED or (self.status == self.Status.FIXED and not self.has_ended)

    can_be_changed = can_be_cancelled = is_open

    def invited(self):
        """Everybody who is invited now, by name."""
        return User.objects.active().filter(people_invited(self)).order_by("name", "pk")

    def is_inviting_now(self, person):
        """Whether `person` is invited; known already where `with_standing_of` her has loaded the meeting."""
        if person.pk is not None and person.pk == getattr(self, "standing_of", None):
            return self.is_inviting
        return Meeting.objects.filter(pk=self.pk).inviting(person).exists()

    @classmethod
    @transaction.atomic
    def plan(cls, space, *, kind, dates, by, region=None, **words):
        """A new meeting: with one date it is fixed, with up to five those invited say when they have time.

        `dates` are moments, `words` its title, agenda, place, link, language and duration_minutes. With a large
        `region` only its people are invited.
        Raises ValidationError when a date has passed, comes twice, or the kind does not belong in this space.
        """
        # Whoever sends the form twice waits here, and then finds the first one.
        Space.objects.select_for_update().get(pk=space.pk)
        if (kind == cls.Kind.LEADER) != space.is_of_all_leaders:
            raise ValidationError(_("Meetings of this kind are not held here."))
        if region is not None and kind != cls.Kind.MEMBER:
            raise ValidationError({"region": _("Only a member meeting can be that of one region.")})
        dates = judged_dates(dates)
        words = {"language": get_language() or by.language} | words
        meeting = cls(space=space, kind=kind, region=region, organiser=by, time_zone=by.time_zone, **words)
        meeting.full_clean(exclude=["status"])
        meeting._refuse_doubles(dates)
        if len(dates) == 1:
            meeting.status, meeting.starts_at = cls.Status.FIXED, dates[0]
        meeting.save()
        MeetingDate.objects.bulk_create(MeetingDate(meeting=meeting, starts_at=each) for each in dates)
        meeting.record("fixed" if meeting.starts_at else "proposed", by=by, kind=kind)
        return meeting

    def _refuse_doubles(self, dates):
        """The same meeting is not planned twice."""
        twins = Meeting.objects.exclude(status=self.Status.CANCELLED).filter(
            space=self.space, kind=self.kind, region=self.region, title=self.title, dates__starts_at__in=dates
        )
        if twins.exists():
            raise ValidationError(_("This meeting has already been planned."))

    @transaction.atomic
    def change(self, *, by, **words):
        """Other words: title, agenda, place, link, language or length. What changes nothing leaves no trace."""
        self._lock()
        if not self.can_be_changed:
            raise ValidationError(_("This meeting is over or cancelled: it cannot be changed any more."))
        changed = [name for name in WORDS if name in words and words[name] != getattr(self, name)]
        if not changed:
            return
        for name in changed:
            setattr(self, name, words[name])
        self.full_clean(exclude=["status"])
        self._save("sequence", *changed)
        self.record("changed", by=by, fields=changed)

    def _save(self, *names):
        """Save `names`; what calendars show has changed where "sequence" is among them."""
        if "sequence" in names:
            self.sequence += 1
        self.changed_at = timezone.now()
        self.save(update_fields=[*names, "changed_at"])

    def _lock(self):
        self.refresh_from_db(from_queryset=Meeting.objects.select_for_update())
