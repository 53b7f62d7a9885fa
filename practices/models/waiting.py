"""Which datasheets wait for whom: the words behind the queue, Today and the yearly confirmation."""

from datetime import timedelta

from django.db import models
from django.db.models import Case, F, Value, When
from django.utils import timezone

from practices.models.lasting import CONFIRMED_FOR


class PracticeWaiting(models.QuerySet):
    """Words about what is to be done."""

    def without_reviewer(self):
        """Submitted, and nobody is asked to review it."""
        return self.filter(status=self.model.Status.SUBMITTED, assignments=None)

    def to_publish(self):
        """Reviewed, and not yet published."""
        return self.filter(status=self.model.Status.REVIEWED)

    def waiting_longer_than(self, days):
        """Submitted or reviewed, and handed over more than so many days ago."""
        return self.waiting().filter(submitted_at__lt=timezone.now() - timedelta(days=days))

    def due(self):
        """Public, and nobody has said within the year that it still holds."""
        return self.public().filter(confirmed_at__lt=timezone.now() - CONFIRMED_FOR)

    def as_queue(self):
        """What waits first, the longest waiting on top; then everything else, the newest first."""
        statuses = self.model.Status
        waits = When(status__in=[statuses.SUBMITTED, statuses.REVIEWED], then=F("submitted_at"))
        return self.order_by(Case(waits, default=Value(None)).asc(nulls_last=True), "-saved_at", "-pk")
