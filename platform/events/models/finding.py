"""Finding meetings: what one may see, what comes, what is over, what a list shows of each."""

from datetime import UTC, datetime, timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Subquery, Value
from django.utils import timezone

from events.invitations import invited_to
from events.models.dates import Availability, MeetingDate
from events.models.minutes import MinutesEdition
from events.models.participation import Participation
from spaces.models import Space
from spaces.rooms import follows


class MeetingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Meetings of the spaces she may see, and those she is invited to; all for the secretariat."""
        if user.has_perm("events.view_meeting"):
            return self
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(space__in=Space.objects.visible_to(user)) | invited_to(user))

    def inviting(self, person):
        """Meetings to which `person` is invited now."""
        return self.filter(invited_to(person))

    def proposed(self):
        """Those whose date is not fixed yet."""
        return self.filter(status=self.model.Status.PROPOSED)

    def fixed(self):
        return self.filter(status=self.model.Status.FIXED)

    def upcoming(self):
        """Fixed ones that have not ended, the next first."""
        return self.fixed().annotate(ends=ends()).filter(ends__gt=timezone.now()).order_by("starts_at", "pk")

    def begun(self):
        """Those that have begun and were not cancelled."""
        return self.filter(status__in=[self.model.Status.FIXED, self.model.Status.HELD], starts_at__lte=timezone.now())

    def in_order(self):
        """What has no date yet, what comes by date, then what is over, the newest first; `rank` says which: 0, 1, 2."""
        to_come = models.Q(status=self.model.Status.FIXED, ends__gt=timezone.now())
        rank = models.Case(
            models.When(status=self.model.Status.PROPOSED, then=0),
            models.When(to_come, then=1),
            default=2,
            output_field=models.SmallIntegerField(),
        )
        next_first = models.Case(models.When(rank=1, then=F("starts_at")))
        newest_first = models.functions.Coalesce("starts_at", "cancelled_at", "created_at")
        return self.annotate(ends=ends(), rank=rank).order_by("rank", next_first, newest_first.desc(), "-pk")

    def planned_in(self, year):
        """Not cancelled, and its date, or the first of those proposed, lies in `year` (UTC)."""
        begins, ended = (datetime(each, 1, 1, tzinfo=UTC) for each in (year, year + 1))
        first = MeetingDate.objects.filter(meeting=OuterRef("pk")).order_by("starts_at").values("starts_at")[:1]
        open_ones = self.exclude(status=self.model.Status.CANCELLED)
        return open_ones.annotate(when=models.functions.Coalesce("starts_at", Subquery(first))).filter(
            when__gte=begins, when__lt=ended
        )

    def of_leaders(self):
        """Meetings of the leaders of all task forces."""
        return self.filter(kind=self.model.Kind.LEADER)

    def with_space(self):
        """Each meeting with its space and whose that is, so that its name asks nothing more."""
        return self.select_related("space", "region", *[f"space__{path}" for path in follows()])

    def with_standing_of(self, user):
        """What a row shows: `is_inviting` her, `own_answer`, `said_when` to each date to come, `has_minutes`."""
        own = Participation.objects.filter(meeting=OuterRef("pk"), person=user)
        said = Availability.objects.filter(date=OuterRef("pk"), person=user)
        coming = MeetingDate.objects.filter(meeting=OuterRef("pk"), starts_at__gt=timezone.now())
        editions = MinutesEdition.objects.filter(minutes__meeting=OuterRef("pk"))
        return self.annotate(
            standing_of=Value(user.pk, models.BigIntegerField()),
            is_inviting=models.Case(models.When(invited_to(user), then=Value(True)), default=Value(False)),
            own_answer=Subquery(own.values("answer")[:1]),
            said_when=~Exists(coming.filter(~Exists(said))),
            has_minutes=Exists(editions),
        )


def ends():
    """SQL for the moment a meeting ends."""
    length = F("duration_minutes") * Value(timedelta(minutes=1))
    return models.ExpressionWrapper(
        F("starts_at") + models.ExpressionWrapper(length, models.DurationField()), models.DateTimeField()
    )
