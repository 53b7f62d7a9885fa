"""Which datasheets wait for whom: the words behind duties, the queue, Today and the yearly confirmation."""

from datetime import timedelta

from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone

from core.models import Activity
from practices.models.lasting import CONFIRMED_FOR, REMIND_AGAIN_AFTER


class PracticeWaiting(models.QuerySet):
    """Words about what is to be done."""

    def waiting(self):
        """Those that wait for a review or to be published, the longest first."""
        statuses = self.model.Status
        return self.filter(status__in=[statuses.SUBMITTED, statuses.REVIEWED]).order_by("submitted_at", "pk")

    def waiting_longer_than(self, days):
        """Submitted or reviewed, and handed over more than so many days ago."""
        return self.waiting().filter(submitted_at__lt=timezone.now() - timedelta(days=days))

    def without_reviewer(self):
        """Submitted, and nobody is asked to review it; the longest waiting first."""
        return self.waiting().filter(status=self.model.Status.SUBMITTED, assignments=None)

    def to_publish(self):
        """Reviewed, and not yet published; the longest waiting first."""
        return self.waiting().filter(status=self.model.Status.REVIEWED)

    def sent_back(self):
        """Those whose author was asked to change something first, each with the moment, `sent_back_at`."""
        happened = Activity.objects.filter(
            content_type__app_label="practices",
            content_type__model="practice",
            object_id=models.OuterRef("pk"),
            verb="sent_back",
        )
        last = happened.order_by("-created_at").values("created_at")[:1]
        found = self.filter(status=self.model.Status.DRAFT).exclude(reason="")
        return found.annotate(sent_back_at=models.Subquery(last)).order_by("submitted_at", "pk")

    def due(self):
        """Public, and nobody has said within the year that it still holds."""
        return self.public().filter(confirmed_at__lt=timezone.now() - CONFIRMED_FOR)

    def to_confirm(self):
        """Those of them that nobody is writing anew, the longest first."""
        return self.due().filter(status=self.model.Status.PUBLISHED).order_by("confirmed_at", "pk")

    def to_remind(self):
        """Those of them whose author has not been asked within the last 30 days."""
        lately = timezone.now() - REMIND_AGAIN_AFTER
        return self.to_confirm().filter(Q(reminded_at=None) | Q(reminded_at__lte=lately))

    def as_queue(self):
        """What waits first, the longest waiting on top; then everything else, the newest first."""
        statuses = self.model.Status
        waits = When(status__in=[statuses.SUBMITTED, statuses.REVIEWED], then=F("submitted_at"))
        return self.order_by(Case(waits, default=Value(None)).asc(nulls_last=True), "-saved_at", "-pk")
