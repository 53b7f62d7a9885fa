"""The agenda of outside meetings: where others meet and the Initiative should be seen; partners say that they go."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models, transaction
from django.db.models import Prefetch
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import shows_name
from core.models import Recorded
from core.moments import validate_day_within_reach


class OutsideMeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All of them, for people of partner organisations and the secretariat."""
        is_inside = user.has_perm("partners.enter_hub") or user.has_perm("events.view_outsidemeeting")
        return self if is_inside else self.none()

    def to_come(self):
        """What comes or runs, the next first."""
        return self.filter(ends_on__gte=timezone.localdate()).order_by("starts_on", "pk")

    def over(self):
        """What is over, the newest first."""
        return self.filter(ends_on__lt=timezone.localdate()).order_by("-starts_on", "-pk")

    def with_attendees(self):
        """Each meeting with who goes there (`attendances`), and of each whether she shows her name: two queries."""
        people = OutsideAttendance.objects.select_related("person").annotate(is_named=shows_name("person"))
        return self.select_related("country").prefetch_related(Prefetch("attendances", people))


class OutsideMeeting(Recorded, models.Model):
    """A meeting of others: a conference of parties, a congress, a fair."""

    class Priority(models.IntegerChoices):
        HIGH = 1, pgettext_lazy("a priority", "high")
        MEDIUM = 2, pgettext_lazy("a priority", "medium")
        LOW = 3, pgettext_lazy("a priority", "low")

    title = models.CharField(_("title"), max_length=200)
    organiser = models.CharField(pgettext_lazy("an outside meeting", "organiser"), max_length=200)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("A town, or “Online”."))
    country = models.ForeignKey(
        "regions.Country",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("country"),
    )
    starts_on = models.DateField(_("first day"), validators=[validate_day_within_reach])
    ends_on = models.DateField(_("last day"), validators=[validate_day_within_reach])
    priority = models.PositiveSmallIntegerField(
        _("priority"),
        choices=Priority.choices,
        default=Priority.MEDIUM,
        help_text=_("How important it is that the Initiative is seen there."),
    )
    address = models.URLField(
        _("web address"), max_length=500, blank=True, validators=[URLValidator(schemes=["http", "https"])]
    )
    note = models.TextField(_("note"), max_length=2000, blank=True, help_text=_("Why one should go, and by when."))

    objects = OutsideMeetingQuerySet.as_manager()

    class Meta:
        verbose_name = _("outside meeting")
        verbose_name_plural = _("outside meetings")
        ordering = ["starts_on", "pk"]
        default_permissions = ["view", "add", "change"]
        permissions = [("attend_outsidemeeting", _("Can say that one goes to an outside meeting"))]
        indexes = [models.Index(fields=["ends_on", "starts_on"], name="outside_meeting_by_date")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="outside_meetings_end_after_they_begin",
                violation_error_message=_("The last day cannot come before the first."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return f"{reverse('events:outside')}#meeting-{self.pk}"

    @property
    def takes_attendees(self):
        """Whether one may still say that one goes: until its last day."""
        return self.ends_on >= timezone.localdate()

    @transaction.atomic
    def attend(self, *, by):
        """`by` goes there. Said again, it changes nothing."""
        self._lock()
        if not self.takes_attendees:
            raise ValidationError(_("This meeting is over."))
        _row, is_new = OutsideAttendance.objects.get_or_create(meeting=self, person=by)
        if is_new:
            self.record("attended", by=by)

    @transaction.atomic
    def stay_away(self, *, by):
        """`by` does not go there after all. Said again, it changes nothing."""
        self._lock()
        if self.attendances.filter(person=by).delete()[0]:
            self.record("stayed_away", by=by)

    def _lock(self):
        self.refresh_from_db(from_queryset=OutsideMeeting.objects.select_for_update(of=("self",)))


class OutsideAttendance(models.Model):
    """Somebody goes to an outside meeting."""

    meeting = models.ForeignKey(
        OutsideMeeting, on_delete=models.CASCADE, related_name="attendances", verbose_name=_("outside meeting")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="outside_attendances", verbose_name=_("person")
    )
    said_at = models.DateTimeField(_("said on"), default=timezone.now)

    class Meta:
        verbose_name = _("who goes to an outside meeting")
        verbose_name_plural = _("who goes to outside meetings")
        ordering = ["said_at", "pk"]
        default_permissions = ["view"]
        constraints = [models.UniqueConstraint(fields=["meeting", "person"], name="one_attendance_per_outside_meeting")]

    def __str__(self):
        return f"{self.person} · {self.meeting}"
