"""Which datasheets there are and who sees them."""

import re

from django.db import models
from django.db.models import Q
from django.utils import timezone

from core.models import Activity
from partners.models import Affiliation

CODE = re.compile(r"[Pp]0*(\d{1,9})\Z")


class PracticeFinding(models.QuerySet):
    """Words about datasheets."""

    def visible_to(self, user):
        """What was published; her own; those of organisations she speaks for; those she reviews; all, for staff.

        What is archived stays visible: its page says that it was there, and why it went.
        """
        published = Q(published_at__isnull=False)
        if not user.is_authenticated:
            return self.filter(published)
        if user.has_perm("practices.view_practice"):
            return self
        all_of_them = self.model.objects.order_by()
        hers, assigned = all_of_them.written_by(user), all_of_them.assigned_to(user)
        return self.filter(published | Q(pk__in=hers.values("pk")) | Q(pk__in=assigned.values("pk")))

    def written_by(self, user):
        """Those she writes: her own, and those of organisations she speaks for."""
        spoken_for = Affiliation.objects.focal_points().filter(person=user).values("partner")
        return self.filter(Q(author=user) | Q(organisation__in=spoken_for))

    def assigned_to(self, user):
        """Those she is asked to review."""
        return self.filter(assignments__user=user)

    def public(self):
        """Those everybody can read."""
        return self.filter(published_at__isnull=False).exclude(status=self.model.Status.ARCHIVED)

    def waiting(self):
        """Those that wait for a review or to be published, the longest first."""
        statuses = self.model.Status
        return self.filter(status__in=[statuses.SUBMITTED, statuses.REVIEWED]).order_by("submitted_at", "pk")

    def under_review(self):
        """Those that wait for a reviewer's word."""
        return self.filter(status=self.model.Status.SUBMITTED)

    def unassigned(self):
        """Those under review that nobody was asked to review, the longest waiting first."""
        return self.under_review().filter(assignments=None).order_by("submitted_at", "pk")

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

    def to_confirm(self):
        """Published ones of which nobody has said for a year that they still hold, the longest first."""
        from practices.models.lasting import CONFIRMED_FOR

        found = self.filter(status=self.model.Status.PUBLISHED, confirmed_at__lt=timezone.now() - CONFIRMED_FOR)
        return found.order_by("confirmed_at", "pk")

    def to_remind(self):
        """Those of them whose author has not been asked within the last 30 days."""
        from practices.models.lasting import REMIND_AGAIN_AFTER

        lately = timezone.now() - REMIND_AGAIN_AFTER
        return self.to_confirm().filter(Q(reminded_at=None) | Q(reminded_at__lte=lately))

    def impartial_for(self, user):
        """Those she may judge: neither her own nor of an organisation she belongs to (see permissions.is_partial)."""
        hers = Affiliation.objects.active().filter(person=user, partner=models.OuterRef("organisation"))
        return self.exclude(author=user).filter(~models.Exists(hers))

    def by_code(self, code):
        """The one of this code; nothing for what is no code."""
        found = CODE.match(code)
        return self.filter(pk=int(found[1])) if found else self.none()
