"""The call for information: until when candidates for a seat say why they qualify."""

from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.models import Recorded
from taskforces.models.roles import Role
from taskforces.models.taskforce import TaskForce


class CallQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The secretariat's to compare; candidates and members read of it on pages of their own."""
        return self if user.has_perm("taskforces.view_call") else self.none()

    def running(self):
        """Those whose statements can still be written."""
        return self.filter(deadline__gt=timezone.now())

    def meant_for(self, role, region):
        """Calls for this seat; one without region is meant for every region."""
        return self.filter(models.Q(region=None) | models.Q(region=region), role=role)

    def undecided(self):
        """Calls with candidates who wait for a decision."""
        candidates = self.model._meta.get_field("candidates").related_model.objects.candidates()
        return self.filter(models.Exists(candidates.filter(call=models.OuterRef("pk"))))

    def with_objective(self):
        """Each call with its task force, its wordings, its region and its consultation."""
        wordings = TaskForce.objects.with_objective()
        return self.select_related("region", "consultation").prefetch_related(models.Prefetch("task_force", wordings))


class Call(Recorded, models.Model):
    """An invitation to stand for a leading seat, with the day until which statements are written."""

    task_force = models.ForeignKey(
        TaskForce, on_delete=models.PROTECT, related_name="calls", verbose_name=_("task force")
    )
    role = models.CharField(
        _("role"), max_length=15, choices=[choice for choice in Role.choices if choice[0] != Role.MEMBER]
    )
    region = models.ForeignKey(
        "regions.Region",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to={"parent": None},
        verbose_name=_("region"),
        help_text=_("Empty: every region."),
    )
    opened_at = models.DateTimeField(_("opened"), default=timezone.now, editable=False)
    deadline = models.DateTimeField(_("deadline"))

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for information")
        verbose_name_plural = _("calls for information")
        ordering = ["-deadline", "-pk"]
        default_permissions = ["view"]
        permissions = [
            ("open_call", _("Can open a call for information and move its deadline")),
            ("compare_call", _("Can read all candidates of a call side by side")),
        ]
        indexes = [models.Index(fields=["task_force", "role", "deadline"], name="call_of_seat")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(deadline__gte=models.F("opened_at")), name="calls_end_after_they_open"
            ),
            models.CheckConstraint(
                condition=models.Q(role="representative") | models.Q(role="leader", region=None),
                name="calls_are_for_leading_seats",
            ),
        ]

    def __str__(self):
        seat = f"{self.get_role_display()}, {self.region}" if self.region_id else self.get_role_display()
        return f"{self.task_force.code} · {seat}"

    def get_absolute_url(self):
        return reverse("taskforces:call", args=[self.task_force.code.lower(), self.pk])

    @property
    def is_running(self):
        """Whether statements can still be written."""
        return self.deadline > timezone.now()

    @property
    def has_consultation(self):
        """Whether a window has been planned in which the members are heard."""
        return hasattr(self, "consultation")

    @property
    def can_be_consulted_on(self):
        """Whether the members can be asked: nobody has asked them, and somebody stands."""
        return not self.has_consultation and self.candidates.candidates().exists()

    @classmethod
    @transaction.atomic
    def open(cls, task_force, role, *, deadline, by, region=None):
        """Invite candidates for a seat until `deadline`, and return the call.

        Raises ValidationError when the seat is a team member's, the deadline has passed, or a call for it is running.
        """
        TaskForce.objects.select_for_update().get(pk=task_force.pk)
        if role == Role.MEMBER:
            raise ValidationError({"role": _("Team members are accepted without a call.")})
        if role != Role.REPRESENTATIVE and region is not None:
            raise ValidationError({"region": _("Only a regional representative has a region.")})
        if region is not None and region.parent_id:
            raise ValidationError({"region": _("Representatives speak for a large region.")})
        if deadline <= timezone.now():
            raise ValidationError({"deadline": _("The deadline must lie ahead.")})
        if cls.objects.running().filter(task_force=task_force, role=role, region=region).exists():
            raise ValidationError(_("A call for this seat is running already. Move its deadline instead."))
        call = cls.objects.create(task_force=task_force, role=role, region=region, deadline=deadline)
        call.record("opened", by=by, deadline=deadline.isoformat())
        return call

    @classmethod
    @transaction.atomic
    def awaiting(cls, task_force, role, region):
        """The running call a new candidate answers: the one that ends first, or one that opens by itself."""
        TaskForce.objects.select_for_update().get(pk=task_force.pk)
        running = cls.objects.running().filter(task_force=task_force).meant_for(role, region)
        deadline = timezone.now() + timedelta(days=settings.CALL_DAYS)
        return running.order_by("deadline", "pk").first() or cls.open(
            task_force, role, region=region, deadline=deadline, by=None
        )

    @transaction.atomic
    def move_deadline(self, deadline, *, by):
        """Give candidates more time, or less. They are told.

        Raises ValidationError when it lies behind, or the members are asked before it.
        """
        self.refresh_from_db(from_queryset=Call.objects.select_for_update())
        if deadline <= timezone.now():
            raise ValidationError({"deadline": _("The deadline must lie ahead.")})
        if self.has_consultation:
            raise ValidationError(_("The consultation is planned: what the members read no longer changes."))
        self.deadline = deadline
        self.save(update_fields=["deadline"])
        self.record("deadline_moved", by=by, deadline=deadline.isoformat())
