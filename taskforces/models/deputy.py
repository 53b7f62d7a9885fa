"""The deputy of a leader: a team member who answers requests to join and questions from outside as the leader does."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taskforces.models.roles import Role


class Deputising(models.Model):
    """A seat whose person may stand in for the leader.

    She keeps a team member's seat. What she may do follows from the mark and from the organisation behind her, as the
    leader's rights do; the setting DEPUTY_LEADERS rules deputies out altogether.
    """

    deputy_since = models.DateTimeField(_("deputy leader since"), null=True, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def is_deputy(self):
        """Whether it bears the mark."""
        return self.deputy_since is not None

    @property
    def can_be_deputy(self):
        """Whether its person may be named: a team member whom a partner organisation stands behind."""
        is_free = self.is_open and self.role == Role.MEMBER and not self.is_deputy
        return settings.DEPUTY_LEADERS and is_free and self.is_backed_now

    @property
    def is_deputy_now(self):
        """Whether its person is deputy: the mark goes with the seat."""
        return self.is_deputy and self.is_open and settings.DEPUTY_LEADERS

    @transaction.atomic
    def name_deputy(self, *, by):
        """Let its person stand in for the leader from now on.

        Raises ValidationError when she may not, or when the task force has a deputy.
        """
        self._lock_with_task_force()
        if not self.can_be_deputy:
            raise ValidationError(_("Only a team member from an active partner organisation can be deputy leader."))
        others = self.task_force.seats.open().deputies().select_related("person")
        if other := others.first():
            raise ValidationError(
                _("%(name)s is deputy leader already. End that first."), params={"name": other.person}
            )
        self.deputy_since = timezone.now()
        self.save(update_fields=["deputy_since"])
        self.record("named_deputy", by=by)

    @transaction.atomic
    def end_deputy(self, *, by):
        """Its person is a team member like the others again."""
        self._lock_with_task_force()
        if not (self.is_deputy and self.is_open):
            raise ValidationError(_("This person is not deputy leader any more."))
        self.deputy_since = None
        self.save(update_fields=["deputy_since"])
        self.record("ended_deputy", by=by)

    def _lock_with_task_force(self):
        """Two who name a deputy wait for each other at the task force."""
        type(self.task_force).objects.select_for_update().get(pk=self.task_force_id)
        self.refresh_from_db(from_queryset=type(self).objects.select_for_update(of=("self",)))
