"""Finding events: what one may see, what comes, what is over, and how many there were in a year."""

from datetime import UTC, datetime

from django.db import models
from django.db.models import Count, OuterRef, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from events.models.registration import Registration
from spaces.models import Space
from spaces.rooms import follows


def number_of(rows):
    """SQL for how many of `rows` each event has."""
    counted = rows.filter(event=OuterRef("pk")).order_by().values("event").annotate(number=Count("pk"))
    return Coalesce(Subquery(counted.values("number")), 0)


class EventQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the spaces she may see; all for the secretariat."""
        if user.has_perm("events.view_event"):
            return self
        return self.filter(space__in=Space.objects.visible_to(user))

    def standing(self):
        """Those that were not cancelled."""
        return self.filter(status=self.model.Status.PLANNED)

    def to_come(self):
        """What comes or runs, the next first."""
        return self.standing().filter(ends_at__gt=timezone.now()).order_by("starts_at", "pk")

    def over(self):
        """What took place, the newest first."""
        return self.standing().filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")

    def to_report(self):
        """What is over and has no outcome report."""
        return self.over().filter(reported_at=None)

    def registered_by(self, person):
        """Those for which `person` has a seat."""
        mine = Registration.objects.registered().filter(person=person)
        return self.filter(pk__in=mine.order_by().values("event"))

    def followed_by(self, person):
        """Those for which `person` has a seat or waits for one."""
        return self.filter(pk__in=Registration.objects.open().filter(person=person).values("event"))

    def begun_in(self, year):
        """Those not cancelled that begin in `year` (UTC), counted also when they are still to come."""
        begins, ended = (datetime(each, 1, 1, tzinfo=UTC) for each in (year, year + 1))
        return self.standing().filter(starts_at__gte=begins, starts_at__lt=ended)

    def with_space(self):
        """Each event with its space and whose that is, so that its name asks nothing more."""
        return self.select_related("space", "region", *[f"space__{path}" for path in follows()])

    def with_numbers(self):
        """Each event with `number_registered` and `number_waiting`."""
        rows = Registration.objects
        return self.annotate(number_registered=number_of(rows.registered()), number_waiting=number_of(rows.waiting()))

    def with_standing_of(self, user):
        """Each event with `own_state`: registered, waiting, or nothing."""
        own = Registration.objects.open().filter(event=OuterRef("pk"), person=user.pk)
        return self.annotate(
            own_state=Coalesce(Subquery(own.values("state")[:1]), Value("", output_field=models.CharField()))
        )
