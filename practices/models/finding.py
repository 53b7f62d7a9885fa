"""Which datasheets there are and who sees them."""

import re

from django.db import models
from django.db.models import Q

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

    def impartial_for(self, user):
        """Those she may judge: neither her own nor of an organisation she belongs to (see permissions.is_partial)."""
        hers = Affiliation.objects.active().filter(person=user, partner=models.OuterRef("organisation"))
        return self.exclude(author=user).filter(~models.Exists(hers))

    def by_code(self, code):
        """The one of this code; nothing for what is no code."""
        found = CODE.match(code)
        return self.filter(pk=int(found[1])) if found else self.none()
