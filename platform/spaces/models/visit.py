"""When somebody was in a space: what came since then is new to her."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# Whoever comes back sooner is still on the same visit: what was new a moment ago is still shown as new.
ONE_VISIT = timedelta(minutes=30)


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own, and nobody else's."""
        return self.filter(person=user) if user.is_authenticated else self.none()


class Visit(models.Model):
    """The last visit of a person to a space, and the one before."""

    space = models.ForeignKey("spaces.Space", on_delete=models.CASCADE, related_name="visits", verbose_name=_("space"))
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="visits", verbose_name=_("person")
    )
    last_at = models.DateTimeField(_("last visit"))
    before_at = models.DateTimeField(_("visit before"), null=True, blank=True)

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = _("visit")
        verbose_name_plural = _("visits")
        default_permissions = []
        constraints = [models.UniqueConstraint(fields=["space", "person"], name="one_visit_per_person_and_space")]

    def __str__(self):
        return f"{self.person} · {self.space}"

    @classmethod
    def note(cls, space, person):
        """`person` is in `space` now. Returns when she was there before, or None the first time."""
        now = timezone.now()
        visit, is_first = cls.objects.get_or_create(space=space, person=person, defaults={"last_at": now})
        if is_first:
            return None
        if now - visit.last_at > ONE_VISIT:
            visit.before_at = visit.last_at
        if now - visit.last_at > timedelta(minutes=1):
            visit.last_at = now
            visit.save(update_fields=["last_at", "before_at"])
        return visit.before_at
