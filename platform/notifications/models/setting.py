"""Which mails a person wants, and when."""

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import User
from core.models import Recorded
from core.notice_kinds import Kind
from notifications.models.rhythm import DEFAULTS, GATHERED, Rhythm, RoomRhythm, follows_room
from spaces.models import Space


def rhythm_of(kind):
    """The column that keeps how soon mails of `kind` come."""
    return models.CharField(kind.label, max_length=7, choices=Rhythm.choices, default=DEFAULTS[kind])


class NoticeSetting(Recorded, models.Model):
    """Her choice, once she has made one: before, the defaults hold, which a row that is not saved tells.

    One column for each kind of notice, called like the kind.
    """

    class Digest(models.TextChoices):
        WEEKLY = "weekly", pgettext_lazy("mails", "Every week")
        NONE = "none", pgettext_lazy("mails", "Never")

    class Weekday(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        TUESDAY = 1, _("Tuesday")
        WEDNESDAY = 2, _("Wednesday")
        THURSDAY = 3, _("Thursday")
        FRIDAY = 4, _("Friday")
        SATURDAY = 5, _("Saturday")
        SUNDAY = 6, _("Sunday")

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_setting", verbose_name=_("person")
    )
    about_me = rhythm_of(Kind.ABOUT_ME)
    task = rhythm_of(Kind.TASK)
    meeting = rhythm_of(Kind.MEETING)
    discussion = rhythm_of(Kind.DISCUSSION)
    question = rhythm_of(Kind.QUESTION)
    library = rhythm_of(Kind.LIBRARY)
    search = rhythm_of(Kind.SEARCH)
    news = rhythm_of(Kind.NEWS)
    digest = models.CharField(
        _("My duties and dates, gathered"), max_length=6, choices=Digest.choices, default=Digest.WEEKLY
    )
    hour = models.PositiveSmallIntegerField(_("hour of the gathered mails"), default=7)
    weekday = models.PositiveSmallIntegerField(
        _("day of the weekly mail"), choices=Weekday.choices, default=Weekday.MONDAY
    )
    paused_until = models.DateField(_("no mails before"), null=True, blank=True)
    changed_at = models.DateTimeField(pgettext_lazy("moment", "changed"), default=timezone.now)

    KINDS = tuple(kind.value for kind in DEFAULTS)

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        ordering = ["-changed_at", "-pk"]
        default_permissions = ["view"]
        constraints = [
            models.CheckConstraint(name="hour_of_the_day", condition=models.Q(hour__lte=23)),
            models.CheckConstraint(name="day_of_the_week", condition=models.Q(weekday__lte=6)),
        ]

    def __str__(self):
        return str(self.person)

    def get_absolute_url(self):
        return reverse("notifications:settings")

    @classmethod
    def of(cls, person):
        """What she chose, or what holds for whoever has chosen nothing."""
        return cls.objects.filter(person=person).first() or cls(person=person)

    def rhythm(self, kind, room=""):
        """How soon a notice of `kind` is mailed, where she has chosen `room` (a RoomRhythm, or "") for its room.

        The database says the same of many people at once: `notifications.writing.rhythms`.
        """
        if kind == Kind.ACCOUNT:
            return Rhythm.AT_ONCE
        return room if room and follows_room(kind) else getattr(self, kind)

    def is_paused(self, day):
        """Whether she wants no mails on `day`."""
        return self.paused_until is not None and self.paused_until > day

    @classmethod
    @transaction.atomic
    def choose(cls, person, *, by, rooms=None, **values):
        """She gets her mails as `values` ({field: value}) and `rooms` ({space id: a RoomRhythm, or ""}) say, from now
        on; what is not named stays. What she has chosen already is not chosen twice."""
        # The person, not the setting: it may not be there yet, and two windows may make it.
        User.objects.select_for_update(no_key=True).get(pk=person.pk)
        setting, is_new = cls.objects.get_or_create(person=person, defaults=values)
        changed = [name for name, value in values.items() if getattr(setting, name) != value]
        for name in changed:
            setattr(setting, name, values[name])
        changed_rooms = RoomChoice.put(person, rooms or {})
        if is_new or changed or changed_rooms:
            setting.changed_at = timezone.now()
            setting.save(update_fields=[*changed, "changed_at"])
            setting.record("mails_chosen", by=by, fields=sorted(values if is_new else changed), rooms=changed_rooms)
        return setting

    @classmethod
    def stop(cls, person, what, *, by):
        """No more mails of `what`: a Kind, or "daily" or "weekly" for all that comes in that rhythm.

        Whatever the link in one of these mails stops, the others go on.
        """
        if what not in GATHERED:
            return cls.choose(person, by=by, **{what: Rhythm.NEVER})
        setting = cls.of(person)
        values = {kind: Rhythm.NEVER for kind in cls.KINDS if getattr(setting, kind) == what}
        if what == Rhythm.WEEKLY:
            values["digest"] = cls.Digest.NONE
        stopped = person.room_choices.filter(rhythm=what).values_list("space_id", flat=True)
        return cls.choose(person, by=by, rooms=dict.fromkeys(stopped, RoomRhythm.NEVER), **values)

    @classmethod
    def has_stopped(cls, person, what):
        """Whether nothing of `what` comes any more."""
        setting = cls.of(person)
        if what not in GATHERED:
            return getattr(setting, what) == Rhythm.NEVER
        gathers = any(getattr(setting, kind) == what for kind in cls.KINDS)
        tells = what == Rhythm.WEEKLY and setting.digest == cls.Digest.WEEKLY
        return not (gathers or tells or person.room_choices.filter(rhythm=what).exists())


class RoomChoice(models.Model):
    """What she wants from one room, where that differs from what holds elsewhere."""

    # Found by the constraint, whose first column it is.
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        db_index=False,
        related_name="room_choices",
        verbose_name=_("person"),
    )
    space = models.ForeignKey(
        Space, on_delete=models.CASCADE, related_name="room_choices", verbose_name=pgettext_lazy("a space", "Room")
    )
    rhythm = models.CharField(_("mails"), max_length=7, choices=RoomRhythm.choices)

    class Meta:
        verbose_name = _("choice for a room")
        verbose_name_plural = _("choices for rooms")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["person", "space"], name="one_choice_per_person_and_room")]

    def __str__(self):
        return f"{self.person_id} {self.space_id} {self.rhythm}"

    @classmethod
    def put(cls, person, rooms):
        """Keep {space id: RoomRhythm} for `person`; "" takes a choice back. Returns the ids of what changed."""
        kept = dict(cls.objects.filter(person=person, space__in=rooms).values_list("space_id", "rhythm"))
        changed = sorted(space for space, rhythm in rooms.items() if kept.get(space, "") != rhythm)
        cls.objects.filter(person=person, space__in=[space for space in changed if not rooms[space]]).delete()
        for space in changed:
            if rooms[space]:
                cls.objects.update_or_create(person=person, space_id=space, defaults={"rhythm": rooms[space]})
        return changed
