"""What comes of an idea: a Project Team, or set aside for a reason; once, and the second one hears who was first."""

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from core.models import Activity


class Deciding(models.Model):
    """An idea that is turned into a team, or set aside."""

    reason = models.TextField(_("reason"), max_length=2000, blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_set_aside(self):
        return self.status == self.Status.PROPOSED

    @property
    def can_be_taken_up(self):
        return self.status == self.Status.SET_ASIDE

    @property
    def can_become_team(self):
        return self.status == self.Status.PROPOSED

    @transaction.atomic
    def set_aside(self, reason, *, by):
        """Not now, for the reason the author and everybody reads."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: the author will read it.")})
        self._lock_undecided(by)
        self.status, self.reason = self.Status.SET_ASIDE, reason.strip()
        self.save(update_fields=["status", "reason"])
        self.record("set_aside", by=by)

    @transaction.atomic
    def take_up(self, *, by):
        """What was set aside is open again."""
        self._lock()
        if not self.can_be_taken_up:
            raise ValidationError(_("This idea has not been set aside."))
        self.status, self.reason = self.Status.PROPOSED, ""
        self.save(update_fields=["status", "reason"])
        self.record("taken_up", by=by)

    @transaction.atomic
    def form_team(self, *, name, purpose, coordinator, partner, by):
        """Turn the idea into a Project Team, and ask `coordinator` of `partner` to coordinate it. Returns the team.

        Raises ValidationError when somebody was faster, naming her, or when the coordinator does not belong to the
        partner.
        """
        from projects.models import ProjectTeam, TeamMember

        self._lock_undecided(by)
        team = ProjectTeam(idea=self, name=name.strip(), purpose=purpose.strip(), founded_by=by)
        team.full_clean(exclude=["idea", "founded_by"])
        team.save()
        self.status = self.Status.TEAM
        self.save(update_fields=["status"])
        team.record("founded", by=by)
        team.ask(coordinator, partner, role=TeamMember.Role.COORDINATOR, by=by)
        return team

    def _lock_undecided(self, by):
        """Lock it, and refuse when somebody was faster."""
        self._lock()
        if self.status == self.Status.PROPOSED:
            return
        about = self.team if self.status == self.Status.TEAM else self
        verbs = ["founded", "set_aside", "withdrawn"]
        first = Activity.objects.about(about).filter(verb__in=verbs).select_related("actor").first()
        if first and first.actor and first.actor != by:
            raise ValidationError(
                _("%(name)s was faster: this idea is now %(state)s."),
                params={"name": first.actor, "state": self.get_status_display()},
            )
        raise ValidationError(_("This idea is already %(state)s."), params={"state": self.get_status_display()})
