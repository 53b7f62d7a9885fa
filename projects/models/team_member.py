"""A person's place in a Project Team: she is asked, accepts, and stands for a partner she belongs to."""

import pgtrigger
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accounts.models import shows_name
from core.models import Recorded
from partners.models import Affiliation, Partner
from taskforces.models import Seat

# Whatever the door: nobody comes in for an organisation she does not belong to, or that is not in force.
BELONGS = """
    IF NEW.status IN ('invited', 'accepted')
       AND (TG_OP = 'INSERT' OR (NEW.person_id, NEW.partner_id, NEW.status)
            IS DISTINCT FROM (OLD.person_id, OLD.partner_id, OLD.status))
       AND NOT EXISTS (SELECT 1 FROM partners_affiliation tie JOIN partners_partner house ON house.id = tie.partner_id
                       WHERE tie.person_id = NEW.person_id AND tie.partner_id = NEW.partner_id
                         AND tie.status = 'active' AND house.status IN ('partner', 'member')) THEN
        RAISE EXCEPTION 'A team member belongs to the partner she stands for.' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
"""
BELONGS_TRIGGER = "team_members_belong_to_their_partner"


def ties_in_force():
    """Affiliations of the place's person to the partner she stands for, in force now."""
    return Affiliation.objects.in_force().filter(person=OuterRef("person"), partner=OuterRef("partner"))


def require_belongs(person, partner):
    """Raise ValidationError unless `person` can sign in and belongs to `partner`, which is in force, now."""
    if not person.is_active:
        raise ValidationError(_("The account of this person is closed."))
    # Whoever leaves at the same moment waits, and is refused afterwards.
    Partner.objects.select_for_update(no_key=True).get(pk=partner.pk)
    if not Affiliation.objects.in_force().filter(person=person, partner=partner).exists():
        raise ValidationError(_("A team member belongs to the partner organisation she stands for."))


class TeamMemberQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Her own; all for the secretariat. Pages name people through their team."""
        if user.has_perm("projects.view_teammember"):
            return self
        if not user.is_authenticated:
            return self.none()
        managed = self.model._meta.get_field("team").related_model.objects.filter(
            models.Q(idea__task_force__in=Seat.objects.in_force().leaders().homes_of(user))
            | models.Q(pk__in=coordinated_by(user))
        )
        return self.filter(models.Q(person=user) | models.Q(team__in=managed.values("pk")))

    def open(self):
        """Asked or accepted."""
        return self.filter(status__in=TeamMember.OPEN)

    def waiting_for(self, user):
        """Places somebody offers `user`."""
        return self.filter(person=user, status=TeamMember.Status.INVITED)

    def in_force(self):
        """Accepted places of people who belong to their partner, in force, now: what the team stands on."""
        return self.filter(Exists(ties_in_force()), status=TeamMember.Status.ACCEPTED, person__is_active=True)

    def with_people(self):
        """Each with its person, partner, `is_backed` and `shows_name`; the coordinator first."""
        coordinates = models.Case(models.When(role=TeamMember.Role.COORDINATOR, then=0), default=1)
        return (
            self.select_related("person", "partner")
            .annotate(is_backed=Exists(ties_in_force()), shows_name=shows_name("person"))
            .order_by(coordinates, "invited_at", "pk")
        )


def coordinated_by(user):
    """Teams `user` coordinates now."""
    return TeamMember.objects.in_force().filter(person=user, role=TeamMember.Role.COORDINATOR).values("team")


class TeamMember(Recorded, models.Model):
    """A person who stands for a partner in a Project Team."""

    class Role(models.TextChoices):
        COORDINATOR = "coordinator", pgettext_lazy("Project Team", "coordinator")
        MEMBER = "member", pgettext_lazy("Project Team", "member")

    class Status(models.TextChoices):
        INVITED = "invited", pgettext_lazy("Project Team", "asked")
        ACCEPTED = "accepted", pgettext_lazy("Project Team", "accepted")
        DECLINED = "declined", pgettext_lazy("Project Team", "declined")
        LEFT = "left", pgettext_lazy("Project Team", "left")

    OPEN = (Status.INVITED, Status.ACCEPTED)

    team = models.ForeignKey(
        "projects.ProjectTeam", on_delete=models.PROTECT, related_name="members", verbose_name=_("Project Team")
    )
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="team_places", verbose_name=_("person")
    )
    partner = models.ForeignKey(
        Partner, on_delete=models.PROTECT, related_name="team_places", verbose_name=_("stands for")
    )
    role = models.CharField(_("role"), max_length=12, choices=Role.choices, default=Role.MEMBER)
    status = models.CharField(_("status"), max_length=10, choices=Status.choices, default=Status.INVITED)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("asked by"),
    )
    invited_at = models.DateTimeField(_("asked"), default=timezone.now, editable=False)
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True, editable=False)
    ended_at = models.DateTimeField(_("until"), null=True, blank=True, editable=False)

    objects = TeamMemberQuerySet.as_manager()

    class Meta:
        verbose_name = _("member of a Project Team")
        verbose_name_plural = _("members of Project Teams")
        ordering = ["team", "invited_at", "pk"]
        default_permissions = ["view"]
        permissions = [
            ("answer_teammember", _("Can accept or decline a place offered to oneself")),
            ("leave_teammember", _("Can leave a Project Team")),
            ("end_teammember", _("Can take somebody off a Project Team")),
        ]
        indexes = [models.Index(fields=["person", "status"], name="team_member_waiting")]
        constraints = [
            models.UniqueConstraint(
                fields=["team", "person"],
                condition=models.Q(status__in=["invited", "accepted"]),
                name="one_open_place_per_person_and_team",
                violation_error_message=_("This person is in the team already, or has been asked."),
            ),
            models.UniqueConstraint(
                fields=["team"],
                condition=models.Q(role="coordinator", status__in=["invited", "accepted"]),
                name="one_coordinator_per_team",
                violation_error_message=_("This team has a coordinator, or has asked one."),
            ),
        ]
        triggers = [
            pgtrigger.Trigger(
                name=BELONGS_TRIGGER,
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=BELONGS,
            )
        ]

    def __str__(self):
        return f"{self.person} · {self.partner}"

    def get_absolute_url(self):
        return self.team.get_absolute_url()

    @property
    def is_open(self):
        return self.status in self.OPEN

    @property
    def can_be_answered(self):
        return self.status == self.Status.INVITED

    @property
    def is_accepted(self):
        return self.status == self.Status.ACCEPTED

    @transaction.atomic
    def accept(self, *, by):
        """She takes the place. Raises ValidationError when it was answered, or she no longer belongs to the partner."""
        # As a merge does, first the organisation, then what hangs on it; a merge meanwhile may have moved the place.
        Partner.objects.select_for_update(no_key=True).get(pk=self.partner_id)
        self._lock_waiting()
        require_belongs(self.person, self.partner)
        self.status, self.answered_at = self.Status.ACCEPTED, timezone.now()
        self.save(update_fields=["status", "answered_at"])
        self.record("accepted", by=by)

    @transaction.atomic
    def decline(self, *, by):
        """She does not take the place."""
        self._lock_waiting()
        self.status, self.answered_at = self.Status.DECLINED, timezone.now()
        self.save(update_fields=["status", "answered_at"])
        self.record("declined", by=by)

    @transaction.atomic
    def leave(self, *, by):
        """She gives her place back."""
        self._end("left", by=by)

    @transaction.atomic
    def end(self, *, by):
        """Somebody who may takes her off the team, or takes the question back; she is told."""
        self._end("ended", by=by)

    @transaction.atomic
    def coordinate(self, *, by):
        """She coordinates the team from now on; whoever did so stays as a member."""
        self.team._lock()
        self._lock()
        if not self.is_accepted:
            raise ValidationError(_("Only somebody who has accepted can coordinate the team."))
        if not type(self).objects.in_force().filter(pk=self.pk).exists():
            raise ValidationError(_("This person no longer belongs to the organisation she stands for."))
        if self.role == self.Role.COORDINATOR:
            raise ValidationError(_("This person coordinates the team already."))
        before = self.team.members.open().filter(role=self.Role.COORDINATOR)
        before.update(role=self.Role.MEMBER)
        self.role = self.Role.COORDINATOR
        self.save(update_fields=["role"])
        self.record("named_coordinator", by=by)

    def _end(self, verb, *, by):
        self._lock()
        if not self.is_open:
            raise ValidationError(_("This place in the team has already ended."))
        self.status, self.ended_at = self.Status.LEFT, timezone.now()
        self.save(update_fields=["status", "ended_at"])
        self.record(verb, by=by)

    def _lock_waiting(self):
        self._lock()
        if not self.can_be_answered:
            raise ValidationError(_("You have answered already, or the question has been taken back."))

    def _lock(self):
        self.refresh_from_db(from_queryset=TeamMember.objects.select_for_update(of=("self",)))
