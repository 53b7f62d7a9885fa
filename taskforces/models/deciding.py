"""The decision on an application: accepted, nominated, declined, or something asked first."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from taskforces.models.roles import Role


class Deciding(models.Model):
    """An application that is decided on, once."""

    decided_at = models.DateTimeField(_("decided"), null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("decided by"),
    )
    reason = models.TextField(_("reason"), blank=True, editable=False)

    class Meta:
        abstract = True

    @property
    def can_be_decided(self):
        """Whether a decision is still to be taken; a question asked back does not prevent it."""
        return self.status in (self.Status.SUBMITTED, self.Status.ASKED)

    @property
    def can_be_accepted(self):
        """Team members are accepted; leaders and representatives are nominated by the secretariat."""
        return self.can_be_decided and self.role == Role.MEMBER

    @property
    def can_be_nominated(self):
        return self.can_be_decided and self.role != Role.MEMBER

    @property
    def can_be_asked(self):
        return self.status == self.Status.SUBMITTED

    @transaction.atomic
    def accept(self, *, by):
        """Make the applicant a team member.

        Raises ValidationError when somebody was faster, naming her, or when the role is not the leader's to give.
        """
        self._lock_undecided()
        if not self.can_be_accepted:
            raise ValidationError(_("Leaders and regional representatives are nominated by the secretariat."))
        self._decide(self.Status.ACCEPTED, by=by)
        self.task_force.seat(self.person, Role.MEMBER, by=by, by_application=True)
        self.record("accepted", by=by)

    @transaction.atomic
    def nominate(self, *, by):
        """Give the candidate the leader's or representative's seat; the others for it become team members.

        Raises ValidationError when somebody was faster, naming her, or while the members are being heard.
        """
        # The task force first: two who nominate for one seat wait for each other here, and not in each other's way.
        type(self.task_force).objects.select_for_update().get(pk=self.task_force_id)
        self._lock_undecided()
        if not self.can_be_nominated:
            raise ValidationError(_("Only candidates for leader or regional representative are nominated."))
        if self.is_in_consultation:
            raise ValidationError(_("The members are being consulted. Nominate when the consultation is closed."))
        self._decide(self.Status.NOMINATED, by=by)
        self.task_force.seat(self.person, self.role, by=by, region=self.region, by_application=True)
        self.record("nominated", by=by, role=self.role)
        # Locked while they are found: whoever has withdrawn meanwhile is a rival no longer.
        for rival in self.rivals().select_for_update(of=("self",)):
            rival._pass_over(by=by)

    def rivals(self):
        """The other candidates for the same seat who wait for the decision."""
        candidates = type(self).objects.candidates().exclude(pk=self.pk)
        return candidates.filter(task_force=self.task_force, role=self.role, region=self.region)

    def _pass_over(self, *, by):
        """Another candidate was nominated: she works as a team member, as she agreed to when she stood."""
        self._lock()
        self._decide(self.Status.NOT_SELECTED, by=by)
        seats = self.task_force.seats
        becomes_member = self.person.is_active and not seats.in_the_way_of(self.person, Role.MEMBER, None).exists()
        if becomes_member:
            self.task_force.seat(self.person, Role.MEMBER, by=by, by_application=True)
        self.record("not_selected", by=by, role=self.role, became_member=becomes_member)

    @transaction.atomic
    def decline(self, *, reason, by):
        """Say no, with the reason the applicant will read."""
        if not reason.strip():
            raise ValidationError({"reason": _("Give a reason: the applicant will read it.")})
        self._lock_undecided()
        self._decide(self.Status.DECLINED, by=by, reason=reason)
        self.record("declined", by=by)

    @transaction.atomic
    def ask(self, text, *, by):
        """Ask the applicant something before deciding."""
        self._lock_undecided()
        if not self.can_be_asked:
            raise ValidationError(_("A question is waiting for the applicant’s answer already."))
        self.messages.create(author=by, text=text)
        self.status = self.Status.ASKED
        self.save(update_fields=["status", "updated_at"])
        self.record("asked", by=by)

    def _lock_undecided(self):
        self._lock()
        if not self.can_be_decided:
            if self.decided_by:
                raise ValidationError(
                    _("%(name)s has already decided: %(status)s."),
                    params={"name": self.decided_by, "status": self.get_status_display()},
                )
            raise ValidationError(_("This application does not wait for a decision."))

    def _decide(self, status, *, by, reason=""):
        self.status, self.reason = status, reason
        self.decided_by, self.decided_at = by, timezone.now()
        self.save(update_fields=["status", "reason", "decided_by", "decided_at", "updated_at"])
